import { rules } from './oracle/rules.ts';
import { runSandboxed } from './oracle/run-sandboxed.ts';
import { runTerrarium } from './oracle/run-terrarium.ts';
import { search } from './oracle/search.ts';

/**
 * `npm run oracle -- --cases N --seed S`: generated programs in glass-easel and here, and one in fifty more in
 * QuickJS as whole programs (which needs `npm run build`). Ends at the first difference, made small, and says how to
 * come back to it: `--path`, and `--quickjs` where it was found there. Without a seed every run has another one.
 */
const option = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};

const cases = Number(option('cases') ?? 1000);
const seed = Number(option('seed') ?? Date.now() % 2 ** 31);
const path = option('path');
const runs = [
  { where: 'in Node', flag: '', number: cases, seed, ours: runTerrarium },
  { where: 'in QuickJS', flag: ' --quickjs', number: Math.ceil(cases / 50), seed: seed + 1, ours: runSandboxed },
];

async function agrees({ where, flag, number, seed: from, ours }: (typeof runs)[number]): Promise<boolean> {
  const started = process.cpuUsage();
  const { cases: done, cut, found } = await search(number, from, ours, path);
  const seconds = Math.round(process.cpuUsage(started).user / 1e6);
  console.log(`${done} cases ${where}, ${seconds} s of processor time, ${cut} compared in part`);
  if (found === undefined) return true;
  console.log(found.program);
  console.log(found.difference);
  console.log(`again: npm run oracle -- --seed ${seed}${flag} --path ${found.path}`);
  return false;
}

console.log(`seed ${seed}, ${cases} cases; ${rules.length} rules: ${rules.map(({ name }) => name).join(', ')}`);
const asked =
  path === undefined ? runs : runs.filter(({ flag }) => (flag !== '') === process.argv.includes('--quickjs'));
let agree = true;
for (const run of asked) agree = agree && (await agrees(run));
if (agree) console.log('0 differences');
else process.exitCode = 1;
