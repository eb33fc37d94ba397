import { spawnSync } from 'node:child_process';
import { cp, mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { inRoot } from '../root.ts';
import type { Framework } from './frameworks.ts';

/**
 * Copies the sources to a folder of their own, installs what they need there, without install scripts, and builds them
 * for production. Nothing of this repository's `node_modules` is below that folder. Returns the program's folder.
 */
export async function buildFramework({ name, command, args, output }: Framework): Promise<string> {
  const sources = inRoot(`scripts/frameworks/${name}`);
  const folder = inRoot(`.terrarium/frameworks/${name}`);
  await mkdir(folder, { recursive: true });
  const [wanted, installed] = await Promise.all([
    readFile(join(sources, 'package.json'), 'utf8'),
    readFile(join(folder, 'node_modules/.installed.json'), 'utf8').catch(() => ''),
  ]);
  await rm(join(folder, 'src'), { recursive: true, force: true });
  await cp(sources, folder, { recursive: true });
  if (wanted !== installed) {
    console.error(`Installing ${name} …`);
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    run(
      npm,
      ['install', '--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund', '--loglevel=error'],
      folder,
    );
    await cp(join(sources, 'package.json'), join(folder, 'node_modules/.installed.json'));
  }
  await rm(join(folder, output), { recursive: true, force: true });
  run(process.execPath, [join(folder, 'node_modules', command), ...args], folder);
  return join(folder, output);
}

function run(command: string, args: readonly string[], cwd: string): void {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: command === process.execPath ? 'production' : 'development', NODE_OPTIONS: '' },
  });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} in ${cwd} failed:\n${stdout}\n${stderr}`);
}
