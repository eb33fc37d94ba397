import { rules } from './oracle/rules.ts';
import { runSandboxed } from './oracle/run-sandboxed.ts';
import { runTerrarium } from './oracle/run-terrarium.ts';
import { search } from './oracle/search.ts';

/**
 * `npm run oracle -- --cases N --seed S`: generated programs in glass-easel and here, and one in fifty more in
 * QuickJS as whole programs (which needs `npm run build`); ends at the first difference, made small. Without a seed
 * every run has another one, and names it.
 */
const option = (name: string, otherwise: number): number => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};

const cases = option('cases', 1000);
const seed = option('seed', Date.now() % 2 ** 31);
console.log(`seed ${seed}, ${cases} cases; ${rules.length} rules: ${rules.map(({ name }) => name).join(', ')}`);
const report = async (where: string, ...[number, from, ours]: Parameters<typeof search>) => {
  const started = process.cpuUsage();
  const { cases: done, cut, found } = await search(number, from, ours);
  const seconds = Math.round(process.cpuUsage(started).user / 1e6);
  console.log(`${done} cases ${where}, ${seconds} s of processor time, ${cut} compared in part`);
  if (found === undefined) return true;
  console.log(found.program);
  console.log(found.difference);
  console.log(`found by: npm run oracle -- --cases ${cases} --seed ${seed}`);
  process.exitCode = 1;
  return false;
};
const agree =
  (await report('in Node', cases, seed, runTerrarium)) &&
  (await report('in QuickJS', Math.ceil(cases / 50), seed + 1, runSandboxed));
if (agree) console.log('0 differences');
