import type { CallOutcome } from '../protocol/capabilities.ts';
import type { CarriedFile } from '../protocol/carried-files.ts';
import type { Json } from '../protocol/json.ts';
import type { PlayerReport } from '../protocol/messages.ts';

/** The player's line to its host. Which program it belongs to is known by the line itself. */
export interface BridgeLink {
  /** Forwards a guest's call to the gate. `gestureAgeMs`: since the last trusted user action, absent when there was none. `files`: beside the call. */
  call(name: string, params: Json, gestureAgeMs?: number, files?: readonly CarriedFile[]): Promise<CallOutcome>;
  /** Something a `wx.onX` listens to. Returns its undo. */
  onNotify(listener: (name: string, data: Json) => void): () => void;
  report(report: PlayerReport): void;
}
