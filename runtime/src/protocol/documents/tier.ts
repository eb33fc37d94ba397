/** 1: at least 15 % of real programs use it; 2: at least 4 %; 3: the rest. */
export type Tier = 1 | 2 | 3;

/** The tier of what `uses` of the 40 programs counted use. */
export function tierOf(uses: number): Tier {
  if (uses >= 6) return 1;
  return uses >= 2 ? 2 : 3;
}
