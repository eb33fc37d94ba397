import type { Json, PlayerReport } from '@terrarium/runtime/protocol';
import type { Position, RouteOptions, RoutePoint } from '../providers/index.ts';
import { closeProgram, type Launch, launchProgram } from './actions.ts';
import { position } from './program/program-gate.ts';
import * as sessions from './program/sessions.ts';
import { listingOf, runningOf, useShell } from './store.ts';

/** What tests and tools drive the shell by. Offered in development only, to whoever drives this very page. */
export interface Automation {
  /** Resolves once the program's first page is ready; rejects when it fails, does not build or does not exist. */
  open(appId: string, launch?: Launch): Promise<void>;
  close(appId: string): void;
  inspect(appId: string, method: string, params: Json): Promise<Json>;
  reports(appId: string): readonly PlayerReport[];
  /** Puts the phone somewhere; without a position it is where the browser says. Resolves when programs were told. */
  setPosition(at?: Position): Promise<void>;
  /** Moves the phone along a route. True when it arrived, false when another position or route ended it. */
  playRoute(route: readonly RoutePoint[], options?: RouteOptions): Promise<boolean>;
}

declare global {
  var terrarium: Automation | undefined;
}

export function offerAutomation(): void {
  globalThis.terrarium = {
    async open(appId, launch = {}) {
      await listed();
      if (!launchProgram(appId, launch)) throw new Error(`there is no program ${appId} on this host`);
      await ready(appId);
    },
    close: closeProgram,
    inspect: sessions.inspect,
    reports: sessions.reportsOf,
    setPosition: position.set,
    playRoute: position.play,
  };
}

/** Resolves when the host has said which programs it has. */
function listed(): Promise<void> {
  return until(() => useShell.getState().programs !== undefined);
}

function ready(appId: string): Promise<void> {
  return until(() => {
    const program = runningOf(appId);
    if (program === undefined) throw new Error(`${appId} was closed before it was ready`);
    if (program.phase === 'failed') throw new Error(`${program.failure?.code}: ${program.failure?.message}`);
    const problem = program.phase === 'waiting' ? listingOf(appId)?.problems[0] : undefined;
    if (problem !== undefined) throw new Error(`${problem.code}: ${problem.message}`);
    return program.phase === 'ready';
  });
}

/** Resolves when `holds` says true, rejects when it throws; looks again whenever the shell's state changes. */
function until(holds: () => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      try {
        if (!holds()) return;
        resolve();
      } catch (error) {
        reject(error);
      }
      stop();
    };
    const stop = useShell.subscribe(look);
    look();
  });
}
