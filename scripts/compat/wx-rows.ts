import { tierOf } from '../../runtime/src/protocol/documents/tier.ts';
import { readWords } from '../../runtime/src/protocol/documents/word-list.ts';
import { wxDocuments } from '../../runtime/src/protocol/documents/wx-documents.ts';
import { wxMembers } from '../../runtime/src/protocol/wx-members.ts';
import type { Row } from './row.ts';

/** Members that stay unanswered by decision. */
const leftOut: ReadonlyMap<string, string> = new Map([
  ['cloud', 'needs the cloud of the platform; a host that has none says so'],
  ['openOfficialAccountArticle', 'needs official accounts, which this host does not have'],
  ['openOfficialAccountProfile', 'needs official accounts, which this host does not have'],
  ['openOfficialAccountChat', 'needs official accounts, which this host does not have'],
  ['worklet', 'exists under Skyline only, which is another renderer'],
  ['router', 'exists under Skyline only, which is another renderer'],
  ['preloadSkylineView', 'exists under Skyline only, which is another renderer'],
]);

/** Every documented member of `wx` with who answers it: the members' table, which tests hold to what does. */
export function wxRows(): Row[] {
  return Object.entries(wxDocuments).flatMap(([group, names]) =>
    readWords(names).map(({ name, uses }): Row => {
      const row = { kind: 'apis', name, group, tier: tierOf(uses) } as const;
      const by = wxMembers[name]?.by ?? 'none';
      if (by !== 'none') return { ...row, status: 'done', why: `answered by the ${by}` };
      const why = leftOut.get(name);
      return why === undefined ? { ...row, status: 'missing' } : { ...row, status: 'left out', why };
    }),
  );
}
