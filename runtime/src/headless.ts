import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import {
  type BridgeOptions,
  createBridge,
  createMemoryGrants,
  type Providers,
  succeed,
  supportedBy,
} from './bridge/index.ts';
import { type Build, createCompiler } from './compiler/index.ts';
import { memorySource, type OpenedPackage, openPackage } from './package/index.ts';
import {
  type BridgeLink,
  createHeadlessScreen,
  defaultEnvironment,
  type HeadlessScreen,
  openProgram,
  type Program,
  type ProgramOptions,
  workerLimits,
} from './player/index.ts';
import { TerrariumError } from './protocol/errors.ts';
import type { LaunchOptions, PlayerReport } from './protocol/messages.ts';
import type { SandboxLimits } from './protocol/sandbox.ts';
import { openSandbox } from './sandbox/index.ts';
import { spawnNodeWorker } from './sandbox/spawn-node-worker.ts';

export interface HeadlessOptions extends Partial<Pick<ProgramOptions, 'environment' | 'now' | 'timers'>> {
  readonly launch?: Partial<LaunchOptions>;
  /** Stored values at launch, key → JSON text. */
  readonly storage?: Readonly<Record<string, string>>;
  /** Answers the program's calls. Without it there is a bridge whose only power is storage, kept in memory. */
  readonly bridge?: BridgeLink;
  readonly limits?: Partial<SandboxLimits>;
  /** Of the program's worker; by default those of `workerLimits`. */
  readonly workerLimits?: Partial<SandboxLimits>;
}

/** A program that runs in Node without a browser. `dispose` ends its worker. */
export interface HeadlessProgram extends Program {
  readonly screen: HeadlessScreen;
  /** Everything the player has told its host, oldest first. */
  readonly reports: readonly PlayerReport[];
}

/**
 * Compiles a project folder (or takes a build) and starts it: real compiler, package, sandbox and view, a screen
 * of plain data. Resolves when its first page is drawn and nothing is under way. The caller disposes.
 *
 * @throws TerrariumError with the first compile problem, or as `openProgram`. Needs the bundles of `npm run build`.
 */
export async function openHeadless(
  folderOrBuild: string | Build,
  options: HeadlessOptions = {},
): Promise<HeadlessProgram> {
  const opened = await openBuild(typeof folderOrBuild === 'string' ? await buildOnce(folderOrBuild) : folderOrBuild);
  const baseLibrary = await readBaseLibrary('guest.js');
  const reports: PlayerReport[] = [];
  const bridge = options.bridge ?? memoryBridge(opened.manifest);
  const screen = createHeadlessScreen();
  const program = await openProgram({
    package: opened,
    sandbox: () => openSandbox({ spawn: spawnNodeWorker, baseLibrary, limits: options.limits }),
    workerSandbox: async () =>
      openSandbox({
        ...{ spawn: spawnNodeWorker, bare: true, limits: { ...workerLimits, ...options.workerLimits } },
        baseLibrary: await readBaseLibrary('guest-worker.js'),
      }),
    bridge: {
      ...bridge,
      report(report) {
        reports.push(report);
        bridge.report(report);
      },
    },
    screen,
    launch: { path: '', query: {}, scene: 1001, ...options.launch },
    environment: options.environment ?? defaultEnvironment(supportedBy(memoryProviders)),
    storage: options.storage ?? {},
    ...(options.now && { now: options.now }),
    ...(options.timers && { timers: options.timers }),
  });
  // What an author expects to find after opening is the first page as drawn.
  await program.idle();
  return Object.assign(program, { screen, reports });
}

async function buildOnce(folder: string): Promise<Build> {
  const compiler = createCompiler(folder);
  try {
    return await compiler.build();
  } finally {
    compiler.dispose();
  }
}

function openBuild(build: Build): Promise<OpenedPackage> {
  const [problem] = build.problems;
  if (!problem) return openPackage(memorySource(build.files), { digest: build.digest });
  const { code, message, position, sourceLine } = problem;
  throw new TerrariumError(code, message, { ...(position && { position }), ...(sourceLine && { sourceLine }) });
}

async function readBaseLibrary(name: string): Promise<string> {
  try {
    return await readFile(createRequire(import.meta.url).resolve(`@terrarium/runtime/bundles/${name}`), 'utf8');
  } catch (cause) {
    throw new TerrariumError('INTERNAL', 'The base library is not built. Run: npm run build', { cause });
  }
}

/** The guest answers reads from its own mirror, so keeping nothing loses nothing within one run. */
const memoryProviders: Partial<Providers> = {
  setStorage: () => succeed({}),
  batchSetStorage: () => succeed({}),
  removeStorage: () => succeed({}),
  clearStorage: () => succeed({}),
  listFiles: () => succeed({ entries: [] }),
  changeFiles: () => succeed({}),
};

function memoryBridge(manifest: BridgeOptions['manifest']): BridgeLink {
  const bridge = createBridge({
    manifest,
    providers: memoryProviders,
    grants: createMemoryGrants(),
    now: () => performance.now(),
  });
  let lastId = 0;
  return {
    call(name, params, gestureAgeMs) {
      lastId += 1;
      return bridge.handle({
        kind: 'request',
        id: lastId,
        name,
        params,
        ...(gestureAgeMs !== undefined && { gestureAgeMs }),
      });
    },
    onNotify: () => () => undefined,
    report: () => undefined,
  };
}
