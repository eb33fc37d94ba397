import type { Kind, Row } from './row.ts';

export interface Count {
  readonly done: number;
  readonly of: number;
}

/** What `npm run compat -- --json` prints. */
export interface CompatReport {
  readonly summary: Readonly<Record<Kind, { readonly tier1: Count; readonly tier2: Count; readonly tier3: Count }>>;
  /** In order of tier, then kind. */
  readonly missing: readonly Entry[];
  /** Counted as done: taken, but there is nothing to do for it here. */
  readonly noEffect: readonly Entry[];
  /** Not counted. */
  readonly leftOut: readonly Entry[];
}

export type Entry = Pick<Row, 'kind' | 'name' | 'group' | 'tier' | 'why'>;

export const kinds: readonly Kind[] = ['tags', 'attributes', 'events', 'apis'];

export function summarize(rows: readonly Row[]): CompatReport {
  const count = (kind: Kind, tier: number): Count => {
    const of = rows.filter((row) => row.kind === kind && row.tier === tier && row.status !== 'left out');
    return { done: of.filter(({ status }) => status !== 'missing').length, of: of.length };
  };
  const counts = (kind: Kind) => ({ tier1: count(kind, 1), tier2: count(kind, 2), tier3: count(kind, 3) });
  const listed = (...statuses: readonly Row['status'][]) =>
    rows
      .filter((row) => statuses.includes(row.status))
      .map(({ status: _, ...entry }): Entry => entry)
      .sort((a, b) => a.tier - b.tier || kinds.indexOf(a.kind) - kinds.indexOf(b.kind));
  return {
    summary: { tags: counts('tags'), attributes: counts('attributes'), events: counts('events'), apis: counts('apis') },
    missing: listed('missing'),
    noEffect: listed('no effect', 'not here'),
    leftOut: listed('left out'),
  };
}
