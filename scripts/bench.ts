// `npm run bench -- <view|money> [--json] [--runs N] [--only <text>] [--write]`: measures, and holds the numbers against their goals. A
// missed goal is printed as missed; it is no failure of the command.

import { benchMoney } from './bench/money.ts';
import { describeReport } from './bench/report.ts';
import { benchView } from './bench/view.ts';
import { writeReport } from './bench/write-page.ts';

const [name, ...flags] = process.argv.slice(2);
const argumentOf = (flag: string) => (flags.includes(flag) ? flags[flags.indexOf(flag) + 1] : undefined);
const runs = Number(argumentOf('--runs') ?? 15);
const only = argumentOf('--only') ?? '';
const benches = new Map([
  ['view', benchView],
  ['money', benchMoney],
]);
const bench = benches.get(name ?? '');
if (bench === undefined || !Number.isInteger(runs) || runs < 1) {
  console.error('Usage: npm run bench -- view|money [--json] [--runs N] [--only <text>] [--write]');
  process.exit(1);
}
const report = await bench({ runs, only, progress: (text) => console.error(text) });
console.log(flags.includes('--json') ? JSON.stringify(report, null, 2) : describeReport(report));
if (flags.includes('--write')) await writeReport(report);
