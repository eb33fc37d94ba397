// `npm run crash -- [--kills N] [--seed S] [--postgres] [--json]`: ends services processes while they move money, at random
// and at every statement, cuts the power, and looks for what is lost or doubled. Two controls must lose something: one
// acknowledges before the commit, one runs on a disk that skips the sync. Code 1 when money is wrong or a control is not.
import { startThrowawayPostgres, whyNoPostgres } from '@terrarium/host/services/throwaway-postgres';
import { type Findings, runTrial, type TrialOptions } from './crash/trial.ts';
import { write } from './crash/writer.ts';

const flags = process.argv.slice(2);
const argumentOf = (flag: string) => (flags.includes(flag) ? flags[flags.indexOf(flag) + 1] : undefined);
const task = argumentOf('--writer');
if (task !== undefined) await write(JSON.parse(task));
else await main();

async function main(): Promise<void> {
  const kills = Number(argumentOf('--kills') ?? 300);
  const seed = Number(argumentOf('--seed') ?? Date.now() % 2 ** 31);
  if (!Number.isInteger(kills) || kills < 1 || !Number.isInteger(seed)) {
    console.error('Usage: npm run crash -- [--kills N] [--seed S] [--postgres] [--json]');
    process.exitCode = 1;
    return;
  }
  const progress = (text: string) => console.error(text);
  progress(`seed ${seed}`);
  const common = { random: randomFrom(seed), progress };
  const outcomes: Record<string, Findings | string> = {};
  const trial = async (name: string, options: Partial<TrialOptions>) => {
    progress(name);
    outcomes[name] = await runTrial({ ...common, kills, ...options });
  };
  await trial('kills', {});
  if (flags.includes('--postgres'))
    await onPostgres((createPostgres) => trial('kills on PostgreSQL', { createPostgres }), outcomes);
  const cuts = Math.max(4, Math.floor(kills / 5));
  await trial('power cuts', { kills: cuts, powerCut: { lie: false } });
  // A control ends with the first thing it finds, and has had its chance after this many.
  const control = { kills: 60, untilFound: true };
  await trial('control: acknowledges before the commit', { ...control, acknowledgeEarly: true });
  await trial('control: power cuts without sync', { ...control, powerCut: { lie: true } });
  const problems = Object.entries(outcomes).flatMap(([name, outcome]) => judge(name, outcome));
  if (flags.includes('--json')) console.log(JSON.stringify({ crash: 'money', seed, outcomes, problems }, null, 2));
  else console.log([...Object.entries(outcomes).map(describe), ...problems].join('\n'));
  if (problems.length > 0) process.exitCode = 1;
}

async function onPostgres(
  use: (createDatabase: () => Promise<string>) => Promise<void>,
  outcomes: Record<string, Findings | string>,
): Promise<void> {
  const missing = whyNoPostgres();
  if (missing !== undefined) {
    outcomes['kills on PostgreSQL'] = missing;
    return;
  }
  const postgres = await startThrowawayPostgres();
  try {
    await use(() => postgres.createDatabase());
  } finally {
    await postgres.dispose();
  }
}

function judge(name: string, outcome: Findings | string): string[] {
  if (typeof outcome === 'string') return [];
  const found = [...outcome.lost.map((one) => `lost: ${one}`), ...outcome.broken];
  if (!name.startsWith('control')) return found.map((one) => `${name}: ${one}`);
  return found.length > 0 ? [] : [`${name}: found nothing wrong, so the trial proves nothing`];
}

function describe([name, outcome]: [string, Findings | string]): string {
  if (typeof outcome === 'string') return `${name}: skipped, ${outcome}`;
  const { kills, steps, acknowledged, notices, lost, broken } = outcome;
  const found =
    lost.length + broken.length === 0 ? 'nothing lost or wrong' : `lost ${lost.length}, wrong ${broken.length}`;
  return `${name}: ${kills} kills (${steps} different steps), ${acknowledged} acknowledged, ${notices} notices: ${found}`;
}

/** Numbers from 0 to 1 that a seed gives again (xorshift32). */
function randomFrom(seed: number): () => number {
  let state = seed | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
