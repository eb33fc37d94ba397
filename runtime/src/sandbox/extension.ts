import type { HostMessage, LogLine } from '../protocol/index.ts';

/**
 * Something the worker can do for a guest besides running it, under a door kind of its own. The sandbox knows none by
 * name: who starts the worker hands them in.
 */
export interface DoorExtension {
  /** The door kind it answers, and the name its messages travel under. */
  readonly name: string;
  /** The guest's side of it: source that the door gives for `library`, run in the guest when that first needs it. */
  readonly library?: string;
  /** Called once, before the base library is entered. Ends with its thread. */
  open(room: ExtensionRoom): OpenExtension;
}

/** What an extension may do. */
export interface ExtensionRoom {
  /** Hands messages to the guest, as a turn of their own. */
  deliver(messages: readonly HostMessage[]): void;
  /** To the player, past the guest. What is in `transfer` belongs to the player from then on. */
  post(data: unknown, transfer?: readonly object[]): void;
  /** One shot; returns its undo. */
  setTimer(callback: () => void, delayMs: number): () => void;
  /** A line for the author. */
  log(line: LogLine): void;
}

export interface OpenExtension {
  /**
   * Answers the guest. `text` and `bytes` are hostile, and `bytes` are gone after the call. A TerrariumError it throws
   * is an exception in the guest, and reported.
   */
  call(text: string, bytes?: Uint8Array): string | Uint8Array<ArrayBuffer>;
  /** A message of the player. */
  receive(data: unknown): void;
  /** A new turn of the guest begins: limits by turn start anew. */
  startTurn(): void;
}
