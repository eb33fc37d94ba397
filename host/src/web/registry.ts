import { resolve } from 'node:path';
import type { Compiler } from '@terrarium/runtime/compiler';
import type { Problem } from '@terrarium/runtime/protocol';
import type { HostEvent, ProgramListing } from './messages.ts';
import { type BuildOutcome, type GoodBuild, openWatchedProgram, type WatchedProgram } from './watched-program.ts';

export interface RegistryOptions {
  readonly createCompiler: (folder: string) => Compiler;
  /** Told of every build, for the terminal. */
  readonly onBuilt?: (program: ProgramListing, outcome: BuildOutcome) => void;
}

/** The programs this host offers: folders, each compiled and watched. */
export interface Registry {
  /** Resolves after the first build, good or not. A folder already open is not opened twice. */
  add(folder: string): Promise<void>;
  programs(): readonly ProgramListing[];
  find(appId: string): GoodBuild | undefined;
  /** Returns its undo. */
  onEvent(listener: (event: HostEvent) => void): () => void;
  dispose(): Promise<void>;
}

export function createRegistry(options: RegistryOptions): Registry {
  const programs = new Map<string, WatchedProgram>();
  const listeners = new Set<(event: HostEvent) => void>();

  /** Two folders with one id cannot both be served: an origin holds one program. The first keeps it. */
  const rival = (program: WatchedProgram): WatchedProgram | undefined => {
    const holder = [...programs.values()].find((other) => other.appId === program.appId);
    return holder === program ? undefined : holder;
  };
  const listing = (program: WatchedProgram): ProgramListing => {
    const own = program.listing();
    const holder = rival(program);
    return holder === undefined ? own : { ...own, problems: [...own.problems, sameId(own, holder)] };
  };
  const announce = (program: WatchedProgram, outcome: BuildOutcome): void => {
    const current = listing(program);
    const problems = current.problems;
    options.onBuilt?.(current, { ...outcome, ok: outcome.ok && problems.length === 0, problems });
    const event: HostEvent =
      outcome.ok && problems.length === 0
        ? { kind: 'built', appId: current.appId, digest: current.digest }
        : { kind: 'problems', appId: current.appId, problems };
    for (const listener of listeners) listener(event);
  };

  return {
    async add(folder) {
      const absolute = resolve(folder);
      if (programs.has(absolute)) return;
      const early: BuildOutcome[] = [];
      let opened: WatchedProgram | undefined;
      opened = await openWatchedProgram({
        folder: absolute,
        compiler: options.createCompiler(absolute),
        onBuilt: (outcome) => (opened === undefined ? early.push(outcome) : announce(opened, outcome)),
      });
      programs.set(absolute, opened);
      for (const outcome of early) announce(opened, outcome);
    },
    programs: () => [...programs.values()].map(listing),
    find(appId) {
      for (const program of programs.values()) if (program.appId === appId) return program.good;
      return undefined;
    },
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async dispose() {
      await Promise.all([...programs.values()].map((program) => program.dispose()));
      programs.clear();
      listeners.clear();
    },
  };
}

function sameId(listing: ProgramListing, holder: WatchedProgram): Problem {
  return {
    code: 'MANIFEST',
    message:
      `the app id "${listing.appId}" of ${listing.folder} is already used by ${holder.folder}; ` +
      'give one of them another "appId" in its terrarium.json',
  };
}
