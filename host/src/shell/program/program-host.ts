import type { Json, Manifest } from '@terrarium/runtime/protocol';
import type { ProgramHost } from '../../providers/index.ts';
import { hostApi } from '../host.ts';
import { changeRunning, listingOf, useShell } from '../store.ts';

/** What the shell does with windows when a program asks for it. Handed in: it stands above the gate that asks. */
export interface WindowActions {
  open: ProgramHost['open'];
  back: ProgramHost['back'];
  close(appId: string): void;
  restart: ProgramHost['restart'];
}

interface Line {
  readonly manifest: Manifest;
  readonly tell: (name: string, data: Json) => void;
}

const lines = new Map<string, Line>();
let windows: WindowActions | undefined;

export function bindWindows(actions: WindowActions): void {
  windows = actions;
}

/** A program's window listens from now on. Returns its undo. */
export function addLine(appId: string, line: Line): () => void {
  lines.set(appId, line);
  return () => {
    if (lines.get(appId) === line) lines.delete(appId);
  };
}

/** The programs of this shell, for the providers. */
export const programHost: ProgramHost = {
  manifest: (appId) => lines.get(appId)?.manifest,
  nameOf: (appId) => listingOf(appId)?.name,
  open: (from, target) => windows?.open(from, target),
  back: (appId, extraData) => windows?.back(appId, extraData) ?? false,
  close: (appId) => windows?.close(appId),
  restart: (appId, path) => windows?.restart(appId, path),
  offerSharing: (appId, sharing) => changeRunning(appId, () => ({ sharing })),
  showFollowing: (appId, following) => changeRunning(appId, () => ({ following })),
  tell: (appId, name, data) => lines.get(appId)?.tell(name, data),
  visible: (appId) => useShell.getState().front === appId,
  note(appId, text) {
    // Not kept when the host is gone; the sheet has said where it goes.
    hostApi.log(appId, [{ kind: 'log', level: 'info', text }]).catch(() => {});
  },
};
