import { spawn } from 'node:child_process';
import { report, stopOnSignal } from './stop-on-signal.ts';
import { findInstallation, openHost, parseCommandLine, sampleFolders, usage } from './web/index.ts';

/** Starts the host from the command line and stays until it is told to stop. */
async function main(): Promise<void> {
  const line = parseCommandLine(process.argv.slice(2), process.cwd());
  if (line.help) {
    process.stdout.write(usage);
    return;
  }
  const installation = findInstallation(import.meta.url);
  // With --json the only line on standard output is the machine's; people's lines go to standard error.
  const out = line.json ? process.stderr : process.stdout;
  const host = await openHost({
    ...installation,
    folders: [...line.folders, ...(line.only ? [] : sampleFolders(installation.samplesFolder))],
    samplesFolder: installation.samplesFolder,
    port: line.port,
    dataFolder: line.dataFolder,
    development: true,
    about: { version: installation.version, node: process.versions.node },
    write: (text) => out.write(text),
    colour: out.isTTY === true && process.env.NO_COLOR === undefined,
  });
  stopOnSignal(host.dispose);
  if (line.json) {
    process.stdout.write(`${JSON.stringify({ address: host.address, token: host.token })}\n`);
  } else {
    process.stdout.write(`Terrarium is running at ${host.address}\n`);
  }
  if (line.open) openBrowser(host.address);
}

/** Asks the system for its browser. Where it has none, the printed address is enough. */
function openBrowser(address: string): void {
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open', address]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '', address]
        : ['xdg-open', address];
  const child = spawn(command ?? 'xdg-open', args, { stdio: 'ignore', detached: true });
  child.on('error', () => process.stdout.write('No browser was found; open the address above.\n'));
  child.unref();
}

main().catch((error: unknown) => {
  report(error);
  process.exitCode = 1;
});
