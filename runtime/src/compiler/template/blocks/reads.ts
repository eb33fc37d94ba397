import type { Path } from '../expression/paths.ts';
import type { BlockDraft } from './block-draft.ts';

/** `Reads` while it is made; see protocol/templates.ts for what it says. */
export interface DraftReads {
  readonly values: Set<number>;
  readonly children: Set<number>;
  readonly members: Map<string, DraftReads>;
}

/** `Dependencies` while they are made. */
export interface DraftDependencies {
  readonly data: DraftReads;
  readonly rows: { readonly item: DraftReads; readonly index: DraftReads }[];
}

/** The tries of one block: from each path to the values and children that read it. */
export function dependenciesOf(draft: BlockDraft): DraftDependencies {
  const found: DraftDependencies = { data: emptyReads(), rows: [] };
  for (const slot of draft.values()) {
    for (const path of slot.reads) entry(found, path)?.values.add(slot.at);
  }
  for (const { node, reads } of draft.childReads) {
    for (const path of reads) entry(found, path)?.children.add(node);
  }
  prune(found.data, [], []);
  for (const row of found.rows) {
    prune(row.item, [], []);
    prune(row.index, [], []);
  }
  return found;
}

function emptyReads(): DraftReads {
  return { values: new Set(), children: new Set(), members: new Map() };
}

function entry(found: DraftDependencies, path: Path): DraftReads {
  let reads = found.data;
  if (path.root !== 'data') {
    while (found.rows.length <= path.row) found.rows.push({ item: emptyReads(), index: emptyReads() });
    reads = found.rows[path.row]?.[path.root] ?? reads;
  }
  for (const member of path.members) {
    let next = reads.members.get(member);
    if (next === undefined) {
      next = emptyReads();
      reads.members.set(member, next);
    }
    reads = next;
  }
  return reads;
}

/** An entry applies to everything below it, so what stands above need not be said again. True when nothing is left. */
function prune(reads: DraftReads, values: readonly number[], children: readonly number[]): boolean {
  for (const value of values) reads.values.delete(value);
  for (const child of children) reads.children.delete(child);
  if (reads.members.size > 0) {
    const allValues = [...values, ...reads.values];
    const allChildren = [...children, ...reads.children];
    for (const [name, member] of reads.members) {
      if (prune(member, allValues, allChildren)) reads.members.delete(name);
    }
  }
  return reads.values.size === 0 && reads.children.size === 0 && reads.members.size === 0;
}
