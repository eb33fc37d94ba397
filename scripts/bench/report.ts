/** One measured thing: `impl` doing `op`. */
export interface BenchRow {
  readonly op: string;
  readonly impl: string;
  readonly medianMs: number;
  readonly p95Ms: number;
  readonly runs: number;
}

/** What is held against a goal: `value` must not be above `goal`, or with `atLeast` not below it. */
export interface BenchRatio {
  readonly value: number;
  readonly goal: number;
  readonly ok: boolean;
  readonly atLeast?: true;
}

export interface BenchReport {
  readonly bench: string;
  readonly rows: readonly BenchRow[];
  readonly ratios: Readonly<Record<string, BenchRatio>>;
}

export function rowOf(op: string, impl: string, samples: readonly number[]): BenchRow {
  const sorted = [...samples].sort((one, other) => one - other);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { op, impl, medianMs: round(at(0.5)), p95Ms: round(at(0.95)), runs: samples.length };
}

export function ratioOf(value: number, goal: number): BenchRatio {
  return { value: round(value), goal, ok: value <= goal };
}

export function atLeast(value: number, goal: number): BenchRatio {
  return { value: round(value), goal, ok: value >= goal, atLeast: true };
}

function round(value: number): number {
  return Number(value.toPrecision(4));
}

/** The report as Markdown: one line an operation, one column an implementation; then the goals, misses said. */
export function describeReport({ rows, ratios }: BenchReport): string {
  const impls = [...new Set(rows.map(({ impl }) => impl))];
  const ops = [...new Set(rows.map(({ op }) => op))];
  const cell = (op: string, impl: string) => {
    const row = rows.find((one) => one.op === op && one.impl === impl);
    return row ? `${short(row.medianMs)} (${short(row.p95Ms)})` : '–';
  };
  const table = [['median (p95), ms', ...impls], ...ops.map((op) => [op, ...impls.map((impl) => cell(op, impl))])];
  const goals = [
    ['goal', 'measured', 'goal is', ''],
    ...Object.entries(ratios).map(([name, { value, goal, ok, atLeast: isFloor }]) => [
      name,
      short(value),
      `${isFloor ? '≥' : '≤'} ${short(goal)}`,
      ok ? 'reached' : '**missed**',
    ]),
  ];
  return `${markdown(table)}\n\n${markdown(goals)}\n`;
}

function short(value: number): string {
  if (value >= 100) return value.toFixed(0);
  return value.toFixed(value >= 10 ? 1 : 2);
}

function markdown(table: readonly (readonly string[])[]): string {
  const [head = [], ...body] = table;
  const widths = head.map((_, at) => Math.max(...table.map((line) => line[at]?.length ?? 0), 3));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((text, at) => (at === 0 ? text.padEnd(widths[at] ?? 0) : text.padStart(widths[at] ?? 0))).join(' | ')} |`;
  const rule = `|${widths.map((width, at) => (at === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  return [line(head), rule, ...body.map(line)].join('\n');
}
