import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import * as v from 'valibot';

/** A host of our own: one Node process on a free loopback port with a data folder that dies with it. */
export interface HostProcess {
  /** Where the shell is, for example `http://localhost:41235`. */
  readonly address: string;
  /** App id of each folder it was given, in that order. */
  readonly appIds: readonly string[];
  /** What it printed, newest last. */
  readonly output: readonly string[];
  /** Stops the process and removes its data. */
  dispose(): Promise<void>;
}

export interface HostOptions {
  /** Project folders or packages to serve. */
  readonly folders: readonly string[];
  /** Serves the host's own samples too. Building them takes longer than most tests. */
  readonly samples?: boolean;
  /** Keeps data here, and keeps it; default is a temporary folder. */
  readonly dataDir?: string;
  /** How to start the host; default is the reference host of this workspace. */
  readonly command?: readonly string[];
}

/** Starts a host and waits for its address. Rejects with its output when it ends first. */
export async function startHost({ folders, samples = false, dataDir, command }: HostOptions): Promise<HostProcess> {
  const data = dataDir ?? (await mkdtemp(join(tmpdir(), 'terrarium-')));
  const [file = process.execPath, ...args] = command ?? [process.execPath, referenceHost()];
  const named = folders.map((folder) => resolve(folder));
  const options = ['--port', '0', '--json', '--no-open', '--data', data, ...(samples ? [] : ['--only'])];
  const child = spawn(file, [...args, ...named, ...options], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  const output: string[] = [];
  try {
    const { address, token } = await greetingOf(child, output);
    return {
      address,
      appIds: await appIdsOf(address, token, folders),
      output,
      async dispose() {
        await stop(child);
        if (dataDir === undefined) await rm(data, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await stop(child);
    if (dataDir === undefined) await rm(data, { recursive: true, force: true });
    throw error;
  }
}

function referenceHost(): string {
  try {
    return createRequire(import.meta.url).resolve('@terrarium/host/main');
  } catch {
    throw new Error('The reference host is not built. Run `npm run build`, or pass `command`.');
  }
}

const greetingSchema = v.object({ address: v.string(), token: v.string() });
type Greeting = v.InferOutput<typeof greetingSchema>;

/** The one JSON line a host prints once it listens. */
function greetingOf(child: ChildProcess, output: string[]): Promise<Greeting> {
  return new Promise((found, failed) => {
    const keep = (line: string) => {
      output.push(line);
      if (output.length > 1_000) output.shift();
    };
    if (child.stderr) createInterface(child.stderr).on('line', keep);
    if (child.stdout)
      createInterface(child.stdout).on('line', (line) => {
        keep(line);
        if (!line.startsWith('{')) return;
        const { success, output: greeting } = v.safeParse(v.pipe(v.string(), v.parseJson(), greetingSchema), line);
        if (success) found({ ...greeting, address: greeting.address.replace(/\/$/, '') });
      });
    child.once('error', failed);
    child.once('exit', (code) => failed(new Error(`The host ended with code ${code}.\n${output.join('\n')}`)));
  });
}

const programsSchema = v.array(v.object({ appId: v.string(), folder: v.optional(v.string()) }));

async function appIdsOf(address: string, token: string, folders: readonly string[]): Promise<string[]> {
  const response = await fetch(`${address}/api/programs`, { headers: { authorization: `Bearer ${token}` } });
  if (!response.ok) throw new Error(`The host answered ${response.status} to /api/programs.`);
  const programs = v.parse(programsSchema, await response.json());
  return folders.map((folder) => {
    const program = programs.find((candidate) => candidate.folder === resolve(folder));
    if (!program) throw new Error(`The host does not list ${folder}. Does it hold an app.json?`);
    return program.appId;
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 3_000);
  await ended;
  clearTimeout(late);
}
