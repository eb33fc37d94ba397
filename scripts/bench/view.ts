import { chromiumLaunchOptions } from '@terrarium/devtools/browser';
import { chromium, type Page } from 'playwright-core';
import type { Operation } from './page/main.ts';
import { type SubjectName, subjectNames, type Timing } from './page/subject.ts';
import { type BenchRatio, type BenchReport, type BenchRow, ratioOf, rowOf } from './report.ts';
import { serveViewBench } from './view-site.ts';

const operations: readonly Operation[] = [
  { name: 'create 1,000', kind: 'create', startRows: 0, count: 1_000, repeats: 1 },
  { name: 'create 10,000', kind: 'create', startRows: 0, count: 10_000, repeats: 1 },
  { name: 'every 10th of 1,000', kind: 'tenth', startRows: 1_000, count: 0, repeats: 5 },
  { name: 'one item of 100', kind: 'one', startRows: 100, count: 0, repeats: 10 },
  { name: 'one item of 1,000', kind: 'one', startRows: 1_000, count: 0, repeats: 10 },
  { name: 'one item of 10,000', kind: 'one', startRows: 10_000, count: 0, repeats: 10 },
  { name: 'whole list of 1,000, one change', kind: 'whole', startRows: 1_000, count: 0, repeats: 3 },
  { name: 'swap two of 1,000', kind: 'swap', startRows: 1_000, count: 0, repeats: 3 },
  { name: 'remove one of 1,000', kind: 'remove', startRows: 1_000, count: 0, repeats: 1 },
  { name: 'append 1,000 to 1,000', kind: 'append', startRows: 1_000, count: 1_000, repeats: 1 },
  { name: 'clear 1,000', kind: 'clear', startRows: 1_000, count: 0, repeats: 1 },
];
/** Lists this long take seconds to make five times over, and bring their samples by repeats. */
const longList = 10_000;
const heapRows = 10_000;

export interface ViewBenchOptions {
  /** Rounds of each operation by each implementation, in turns. */
  readonly runs: number;
  /** Only operations whose name contains this; with any, the heap is left out. */
  readonly only: string;
  readonly progress: (text: string) => void;
}

/** `bench view`: the same list drawn by everyone, one after the other in one page. */
export async function benchView({ runs, only, progress }: ViewBenchOptions): Promise<BenchReport> {
  const site = await serveViewBench();
  const options = chromiumLaunchOptions();
  const browser = await chromium.launch({ ...options, args: [...(options.args ?? []), '--js-flags=--expose-gc'] });
  try {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    page.on('pageerror', (error) => progress(`page: ${error.message}`));
    await page.goto(site.address);
    await page.evaluate((names) => bench.open(names), subjectNames);
    const chosen = operations.filter(({ name }) => name.includes(only));
    progress('comparing what is drawn');
    for (const operation of chosen) await check(page, operation);
    const rows: BenchRow[] = [];
    for (const operation of chosen) {
      progress(operation.name);
      rows.push(...(await measure(page, operation, runs)));
    }
    if (only === '') progress('heap');
    const heap = only === '' ? await measureHeap(page) : new Map<SubjectName, number>();
    return { bench: 'view', rows, ratios: judge(rows, heap) };
  } finally {
    await browser.close();
    await site.close();
  }
}

/** Nobody wins by drawing something else. A short list shows it as well as a long one. */
async function check(page: Page, operation: Operation): Promise<void> {
  const short = (rows: number) => Math.min(rows, 100);
  const brief = { ...operation, startRows: short(operation.startRows), count: short(operation.count) };
  const seen = await page.evaluate((one) => bench.compare(one), brief);
  if (new Set(Object.values(seen)).size !== 1)
    throw new Error(`${operation.name} was drawn differently: ${JSON.stringify(seen)}`);
}

async function measure(page: Page, operation: Operation, runs: number): Promise<BenchRow[]> {
  const isLong = Math.max(operation.startRows, operation.count) >= longList;
  const rounds = isLong ? Math.min(runs, Math.max(3, Math.ceil(runs / 4))) : runs;
  const samples = new Map<SubjectName, Timing[]>(subjectNames.map((name) => [name, []]));
  // The first round warms caches and compilers, and does not count. Everyone is first in turn.
  for (let round = -1; round < rounds; round += 1) {
    for (let turn = 0; turn < subjectNames.length; turn += 1) {
      const name = subjectNames[(round + 1 + turn) % subjectNames.length];
      if (name === undefined) continue;
      const timings = await page.evaluate(([who, what]) => bench.round(who, what), [name, operation] as const);
      if (round >= 0) samples.get(name)?.push(...timings);
    }
  }
  return [...samples].flatMap(([name, timings]) => [
    rowOf(
      operation.name,
      name,
      timings.map(({ domMs }) => domMs),
    ),
    rowOf(
      withLayout(operation.name),
      name,
      timings.map(({ layoutMs }) => layoutMs),
    ),
  ]);
}

const withLayout = (op: string) => `${op}, laid out`;

/** Bytes of JavaScript heap in the page that one drawn row keeps, by implementation. */
async function measureHeap(page: Page): Promise<ReadonlyMap<SubjectName, number>> {
  const session = await page.context().newCDPSession(page);
  const used = async () => {
    // Twice: what the first frees can hold on to something the second frees.
    for (let time = 0; time < 2; time += 1) await session.send('HeapProfiler.collectGarbage');
    return (await session.send('Runtime.getHeapUsage')).usedSize;
  };
  const perRow = new Map<SubjectName, number>();
  for (const name of subjectNames) {
    const hold = (rows: number) => page.evaluate(([who, count]) => bench.hold(who, count), [name, rows] as const);
    await hold(heapRows);
    await hold(0);
    const before = await used();
    await hold(heapRows);
    perRow.set(name, ((await used()) - before) / heapRows);
    await hold(0);
  }
  return perRow;
}

/** The goals of the issue. Ours is sandboxed, the others are not, and the guest's time is counted. */
function judge(rows: readonly BenchRow[], heap: ReadonlyMap<SubjectName, number>): Record<string, BenchRatio> {
  const ms = (op: string, impl: SubjectName) =>
    rows.find((row) => row.op === op && row.impl === impl)?.medianMs ?? Number.NaN;
  const against = (op: string, impl: SubjectName) => ms(op, 'terrarium') / ms(op, impl);
  const created = withLayout('create 1,000');
  const one = 'one item of 10,000';
  const ratios: [string, BenchRatio][] = [
    ['create 1,000 with layout, × vanilla', ratioOf(against(created, 'vanilla'), 1.35)],
    ['create 1,000 with layout, × glass-easel', ratioOf(against(created, 'glass-easel'), 0.9)],
    ['one item of 10,000, ms', ratioOf(ms(one, 'terrarium'), 2)],
    ['one item of 10,000, × one of 100', ratioOf(ms(one, 'terrarium') / ms('one item of 100', 'terrarium'), 2)],
    ['one item of 10,000, × glass-easel', ratioOf(against(one, 'glass-easel'), 0.2)],
    ['every 10th of 1,000, × glass-easel', ratioOf(against('every 10th of 1,000', 'glass-easel'), 0.5)],
    ['whole list, one change, × glass-easel', ratioOf(against('whole list of 1,000, one change', 'glass-easel'), 1)],
    ['heap a row, bytes', ratioOf(heap.get('terrarium') ?? Number.NaN, 1.2 * 1024)],
  ];
  return Object.fromEntries(ratios.filter(([, { value }]) => !Number.isNaN(value)));
}
