import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createCompiler } from '@terrarium/runtime/compiler';
import { openServices } from '../services/index.ts';
import { readHostSettings } from './host-settings.ts';
import type { HostAbout } from './messages.ts';
import { createPreferenceStore } from './preferences.ts';
import { createProgramServers } from './program-servers.ts';
import { createRegistry } from './registry.ts';
import { openWebHost } from './server.ts';
import { clean, createTerminal } from './terminal.ts';
import { createToken } from './token.ts';

export interface HostOptions {
  /** Programs to offer, in order. */
  readonly folders: readonly string[];
  /** Programs in here may bring servers of their own, which are started with them. Absent: none is. */
  readonly samplesFolder?: string | undefined;
  /** Loopback port; 0 takes a free one. */
  readonly port: number;
  /** Where services and preferences keep their files. Made when absent. */
  readonly dataFolder: string;
  readonly shellFolder: string;
  readonly bundlesFolder: string;
  /** Offers automation and inspection to whoever drives the shell's page. */
  readonly development: boolean;
  readonly about: HostAbout;
  /** Receives what the terminal shows. */
  readonly write: (text: string) => void;
  readonly colour: boolean;
}

/** A running host: services, program registry and web server as one. */
export interface Host {
  readonly address: string;
  readonly port: number;
  readonly token: string;
  /** Ends everything in the order in which it depends on each other. */
  dispose(): Promise<void>;
}

/** Starts a host. Rejects when the port is taken or the data folder cannot be used. Resolves after every program's first build. */
export async function openHost(options: HostOptions): Promise<Host> {
  const terminal = createTerminal({ write: options.write, colour: options.colour });
  const token = createToken();
  const { mapTiles } = await readHostSettings(join(options.dataFolder, 'settings.json'));
  let origins: readonly string[] = [];
  let ports: readonly number[] = [];
  const services = await openServices({
    dataDir: options.dataFolder,
    token,
    allowOrigin: (origin) => origins.includes(origin),
    localUser: options.development,
    programOf: (appId) => registry.find(appId)?.manifest,
    closedPorts: () => ports,
    route: (appId, url) => servers.route(appId, url),
    onFault: (error) => options.write(`services: ${clean(error.message)}\n`),
  });
  let address = '';
  const servers = createProgramServers({
    services,
    folderOf(appId) {
      const { samplesFolder, development } = options;
      const folder = registry.programs().find((program) => program.appId === appId)?.folder;
      return development && folder !== undefined && dirname(folder) === samplesFolder ? folder : undefined;
    },
    dataFolder: join(options.dataFolder, 'servers'),
    address: () => address,
    write: (text) => options.write(`${clean(text)}\n`),
  });
  const registry = createRegistry({
    createCompiler: (folder) => createCompiler(folder),
    onBuilt: terminal.built,
  });
  try {
    const web = await openWebHost({
      port: options.port,
      shellFolder: options.shellFolder,
      bundlesFolder: options.bundlesFolder,
      development: options.development,
      about: { ...options.about, ...(mapTiles && { mapTiles }) },
      programs: registry.programs,
      find: registry.find,
      preferences: createPreferenceStore(join(options.dataFolder, 'preferences.json')),
      log: terminal.log,
      services: (request) => services.api.fetch(request),
      serverApi: (request) => services.serverApi.fetch(request),
      upgrade: services.upgrade,
      token,
    });
    // The shell under either of its names; a program's origin is never among them.
    ports = [web.port];
    address = web.address;
    origins = [web.address, `http://127.0.0.1:${web.port}`];
    registry.onEvent(web.publish);
    // Also what was decided by way of another process on the same database.
    services.pushes.onPush((_user, push) => {
      if (push.kind === 'grants' || push.kind === 'messages') web.publish({ kind: push.kind, appId: push.app });
    });
    // What runs here is known to the identity service, so that its server can exchange what it is handed.
    const register = ({ appId, name }: { readonly appId: string; readonly name: string }) =>
      services.identity.apps.register({ id: appId, name, developer: localDeveloper });
    // In order, so that the listing and the terminal keep the order of the command line.
    for (const folder of options.folders) await registry.add(folder);
    for (const program of registry.programs()) await register(program);
    registry.onEvent((event) => {
      const program = registry.programs().find(({ appId }) => appId === event.appId);
      // Only a name already taken by another developer is refused, and there is none here.
      if (program !== undefined) void register(program).catch(() => undefined);
    });
    return {
      address: web.address,
      port: web.port,
      token,
      async dispose() {
        // A server waits for its open lines.
        await services.endLines();
        await servers.dispose();
        await web.dispose();
        await registry.dispose();
        await services.close();
      },
    };
  } catch (error) {
    await registry.dispose();
    await services.close();
    throw error;
  }
}

/** Whose programs the folders of this host are: they see one `unionid` for a user. */
const localDeveloper = 'local';

/** The program folders inside a folder of samples; the attack programs stay out of the launcher. */
export function sampleFolders(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'hostile')
    .map((entry) => join(folder, entry.name))
    .filter((path) => existsSync(join(path, 'app.json')))
    .sort();
}
