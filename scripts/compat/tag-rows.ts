import { structuralTags } from '../../runtime/src/compiler/template/blocks/structure.ts';
import { components } from '../../runtime/src/dom/components/index.ts';
import { commonTag, documentedTags } from '../../runtime/src/protocol/built-in-tags.ts';
import type { DrawnTag } from '../../runtime/src/protocol/documents/drawn-document.ts';
import { readDrawnDocument } from '../../runtime/src/protocol/documents/drawn-document.ts';
import type { DocumentedTag, DocumentedWord } from '../../runtime/src/protocol/documents/tag-document.ts';
import { tierOf } from '../../runtime/src/protocol/documents/tier.ts';
import { drawnNow } from './drawn-source.ts';
import type { Row, Status } from './row.ts';

const skyline = 'exists under Skyline only, which is another renderer';

type Verdict = Pick<Row, 'status' | 'why'>;

/** Tags, attributes and events, each with what the components declare about it. */
export function tagRows(): Row[] {
  const drawn = new Map([...drawnNow()].map(([tag, document]) => [tag, readDrawnDocument(document)]));
  const common = drawn.get('*');
  return [commonTag, ...documentedTags.values()].flatMap((documented) =>
    rowsOf(documented, drawn.get(documented.tag), common),
  );
}

function rowsOf(documented: DocumentedTag, drawn: DrawnTag | undefined, common: DrawnTag | undefined): Row[] {
  const { tag, uses, skylineOnly, attributes, events } = documented;
  const made = drawn !== undefined || structuralTags.has(tag);
  const standsIn = drawn?.notHere.has('*') === true;
  const leftOut = skylineOnly && !made;
  const tagRow: Row = {
    ...{ kind: 'tags', name: tag, group: tag, tier: tierOf(uses) },
    ...(leftOut ? { status: 'left out', why: skyline } : { status: made ? 'done' : 'missing' }),
    ...(standsIn && { status: 'not here', why: 'a box in its place says that it is not here' }),
  };
  const judge = (word: DocumentedWord, key: string, done: Verdict): Verdict => {
    const why = components.get(tag)?.noEffect?.[key];
    if (done.status === 'done') return done;
    const missed = standsIn || drawn?.notHere.has(key) === true;
    if (why !== undefined) return { status: missed ? 'not here' : 'no effect', why };
    return word.skyline ? { status: 'left out', why: skyline } : done;
  };
  const attributeRows = [...attributes].map(([name, word]): Row => {
    const verdict = structuralTags.has(tag) ? { status: 'done' as const } : attributeVerdict(name, word, drawn, common);
    return { kind: 'attributes', name: `${tag} ${word.name}`, ...rest(word), ...judge(word, name, verdict) };
  });
  const eventRows = [...events].map(([name, word]): Row => {
    const raised = drawn?.events.has(name) || (drawn !== undefined && common?.events.has(name));
    const verdict = { status: verdictOf(raised === true) };
    return { kind: 'events', name: `${tag} ${name}`, ...rest(word), ...judge(word, `bind:${name}`, verdict) };
  });
  return [...(tag === '*' ? [] : [tagRow]), ...attributeRows, ...eventRows];

  function rest({ uses: times }: DocumentedWord): Pick<Row, 'group' | 'tier'> {
    return { group: tag, tier: tierOf(times) };
  }
}

const verdictOf = (done: boolean): Status => (done ? 'done' : 'missing');

/** Done when it is declared, and with it every documented value of it. */
function attributeVerdict(
  name: string,
  { options }: DocumentedWord,
  drawn: DrawnTag | undefined,
  common: DrawnTag | undefined,
): Verdict {
  const known = drawn?.attributes.has(name) || (drawn !== undefined && common?.attributes.has(name));
  if (!known) return { status: 'missing' };
  const values = drawn?.attributes.get(name);
  const without = (options ?? []).filter(
    (option) => !values?.includes(option) && !drawn?.noEffect.has(`${name}=${option}`),
  );
  return without.length === 0 ? { status: 'done' } : { status: 'missing', why: `without ${without.join(', ')}` };
}
