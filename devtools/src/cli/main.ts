import { Arguments, UsageError } from './arguments.ts';
import { build } from './build.ts';
import type { Command } from './command.ts';
import { smoke } from './smoke.ts';

const commands: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['build', build],
  ['smoke', smoke],
]);

async function main([name, ...rest]: readonly string[]): Promise<number> {
  if (name === undefined || name === 'help' || name === '--help') {
    console.log('terrarium – build and try mini-programs\n');
    for (const { usage, summary } of commands.values()) console.log(`  terrarium ${usage}\n      ${summary}\n`);
    return name === undefined ? 1 : 0;
  }
  const command = commands.get(name);
  if (!command) throw new UsageError(`There is no command "${name}". Known: ${[...commands.keys()].join(', ')}.`);
  if (rest.includes('--help')) {
    console.log(`terrarium ${command.usage}\n\n${command.summary}`);
    return 0;
  }
  return command.run(new Arguments(rest));
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`${error.message}\nSee terrarium help.`);
  process.exitCode = 2;
}
