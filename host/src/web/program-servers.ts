import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { TerrariumError } from '@terrarium/runtime/protocol';
import * as v from 'valibot';
import type { Services } from '../services/index.ts';
import { provideCredentials } from './server-credentials.ts';
import { readServerOwner, readServerSettings } from './server-settings.ts';

export interface ProgramServersOptions {
  readonly services: Pick<Services, 'identity' | 'money'>;
  /** Folder of a program whose server may be started; undefined for all others. */
  readonly folderOf: (appId: string) => string | undefined;
  /** Where credentials and the servers' own data are kept. */
  readonly dataFolder: string;
  /** Where servers reach the services: `http://localhost:PORT`. */
  readonly address: () => string;
  /** Gets each line that a server says, for the terminal. */
  readonly write: (text: string) => void;
}

/** The servers of the host's own sample programs, each started when its program first calls it. */
export interface ProgramServers {
  /** Where a program's declared domain is served on this machine; undefined when it is not. */
  route(appId: string, url: URL): Promise<URL | undefined>;
  dispose(): Promise<void>;
}

interface Started {
  readonly domain: string;
  readonly port: number;
  readonly child: ChildProcess;
}

/** A server says on its first line where it listens. */
const greeting = v.pipe(v.string(), v.parseJson(), v.object({ port: v.pipe(v.number(), v.integer()) }));
const graceMs = 2_000;

export function createProgramServers(options: ProgramServersOptions): ProgramServers {
  const starting = new Map<string, Promise<Started | undefined>>();
  let over = false;
  const started = (appId: string): Promise<Started | undefined> => {
    const known = starting.get(appId);
    if (known !== undefined) return known;
    const fresh = start(options, appId);
    starting.set(appId, fresh);
    // One that ended, or did not come up, is started by the next call.
    const forget = () => starting.get(appId) === fresh && starting.delete(appId);
    fresh.then((server) => server?.child.once('exit', forget), forget);
    return fresh;
  };
  return {
    async route(appId, url) {
      if (over || options.folderOf(appId) === undefined) return undefined;
      const server = await started(await ownerOf(options, appId));
      if (over || server === undefined || url.hostname !== server.domain) return undefined;
      return new URL(`http://127.0.0.1:${server.port}${url.pathname}${url.search}`);
    },
    async dispose() {
      over = true;
      const servers = await Promise.all([...starting.values()].map((each) => each.catch(() => undefined)));
      await Promise.all(servers.map((server) => server && stop(server.child)));
    },
  };
}

/** Whose server answers a program: its own, or that of another whose server names it too. */
async function ownerOf({ folderOf }: ProgramServersOptions, appId: string): Promise<string> {
  const folder = folderOf(appId);
  const owner = folder === undefined ? undefined : await readServerOwner(folder);
  const ownerFolder = owner === undefined ? undefined : folderOf(owner);
  const settings = ownerFolder === undefined ? undefined : await readServerSettings(ownerFolder);
  return owner !== undefined && settings?.apps.includes(appId) ? owner : appId;
}

async function start(options: ProgramServersOptions, appId: string): Promise<Started | undefined> {
  const folder = options.folderOf(appId);
  const settings = folder === undefined ? undefined : await readServerSettings(folder);
  if (folder === undefined || settings === undefined) return undefined;
  const data = join(options.dataFolder, appId);
  const file = join(data, 'credentials.json');
  const owners = await Promise.all(settings.apps.map(async (app) => ({ app, owner: await ownerOf(options, app) })));
  const guests = owners.filter(({ owner }) => owner === appId).map(({ app }) => app);
  await provideCredentials({ services: options.services, file, appId, guests, merchantName: settings.merchant });
  const child = spawn(process.execPath, [join(folder, settings.main)], {
    cwd: folder,
    // Its input ends with this process, however that ends; a server that reads it ends too.
    stdio: ['pipe', 'pipe', 'pipe'],
    // Nothing of our own environment: it may hold what is not theirs.
    env: {
      PATH: process.env.PATH,
      // Electron's binary is Node only when it is told so.
      ...(process.versions.electron !== undefined && { ELECTRON_RUN_AS_NODE: '1' }),
      TERRARIUM_SERVICES: options.address(),
      TERRARIUM_CREDENTIALS: file,
      TERRARIUM_DATA: data,
      TERRARIUM_DOMAIN: settings.domain,
    },
  });
  const say = (line: string) => options.write(`${appId} server: ${line}`);
  if (child.stderr) createInterface(child.stderr).on('line', say);
  const port = await listening(child, say, appId);
  say(`https://${settings.domain} is answered on this machine, port ${port}`);
  return { domain: settings.domain, port, child };
}

function listening(child: ChildProcess, say: (line: string) => void, appId: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const failed = (why: string) =>
      reject(new TerrariumError('UNAVAILABLE', `the server of ${appId} did not start: ${why}`));
    child.once('error', (error) => failed(error.message));
    child.once('exit', (code) => failed(`it ended with code ${code}; see its lines above`));
    if (child.stdout === null) return;
    let known = false;
    createInterface(child.stdout).on('line', (line) => {
      const first = known ? undefined : v.safeParse(greeting, line);
      if (first?.success) {
        known = true;
        resolve(first.output.port);
      } else say(line);
    });
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), graceMs);
  await ended;
  clearTimeout(late);
}
