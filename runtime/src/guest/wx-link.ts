import type { CallOutcome } from '../protocol/capabilities.ts';
import type { Json } from '../protocol/json.ts';
import type { Environment, LaunchOptions, OpenType } from '../protocol/messages.ts';
import type { CanvasLibrary } from './canvas/types.ts';
import type { IoLibrary } from './io/types.ts';

/** Identity of the program as `wx.getAccountInfoSync` tells it. */
export interface Account {
  readonly appId: string;
  readonly version: string;
  readonly envVersion: 'develop' | 'trial' | 'release';
}

/** App-wide happenings behind `wx.onAppShow`, `wx.onError` and kin; the values are what a listener receives. */
export interface AppEvents {
  show: LaunchOptions;
  hide: undefined;
  error: string;
  pageNotFound: {
    readonly path: string;
    readonly query: Readonly<Record<string, string>>;
    readonly isEntryPage: boolean;
  };
  unhandledRejection: { readonly reason: unknown; readonly promise: unknown };
  environment: Environment;
}

/** Where an instance is drawn: its page and the block its own template starts with. */
export interface ViewRoot {
  readonly page: number;
  readonly block: number;
}

/** `data-*` and `mark:*` of one node, by name; objects are copies. */
export interface NodeData {
  readonly dataset: Record<string, unknown>;
  readonly mark: Record<string, unknown>;
}

/**
 * All that `guest/wx` gets from the base library: `createWx(link)` returns the `wx` object. It is called once,
 * before any program code and before `launch`, so whatever launch brings is asked for by function and valid
 * from the first line of program code on.
 */
export interface WxLink {
  /**
   * Sends a call out of the guest. `done` runs exactly once, never before `call` has returned, and an exception
   * it throws is reported as the program's. Returns the call's number.
   */
  call(name: string, params: Json, done: (outcome: CallOutcome) => void): number;
  /** Sends a call that gets no answer. */
  tell(name: string, params: Json): void;
  /** Hears `notify` messages of one name, in order of registration. Returns its undo. */
  onNotify(name: string, listener: (data: Json) => void): () => void;
  /** Tells the author something worth attention; the same code and message is sent once. */
  warn(code: string, message: string): void;
  /** Runs program code; an exception is reported as `where` and swallowed, and undefined is returned. */
  guard(where: string, run: (...values: readonly unknown[]) => unknown, ...values: readonly unknown[]): unknown;

  environment(): Environment;
  /** What `canIUse` answers beyond whole members, as word lists: see `HostMessage` `launch`. */
  abilities(): Readonly<Record<string, string>>;
  account(): Account;
  /** Options of the launch, and of the latest time the program came to the front. */
  launchOptions(): LaunchOptions;
  enterOptions(): LaunchOptions;
  /** Stored values at launch, key → JSON text. The storage mirror starts from a copy of this. */
  initialStorage(): Readonly<Record<string, string>>;
  onApp<Name extends keyof AppEvents>(name: Name, listener: (value: AppEvents[Name]) => void): () => void;

  /** Open pages, bottom first: what `getCurrentPages()` gives. */
  pages(): readonly unknown[];
  /** Route of the page on top, `''` while there is none. */
  topRoute(): string;
  /**
   * Asked each time a page opens; what it returns is that page's `getOpenerEventChannel()`. Only the latest
   * provider counts.
   */
  provideOpenerChannel(provider: (openType: OpenType, route: string) => unknown): void;
  /** Where a page or component instance is drawn; without instance the page on top. Undefined when it is gone. */
  viewRoot(instance?: unknown): ViewRoot | undefined;
  /** What the guest knows of a drawn node and the view does not; empty when the node is gone. */
  nodeData(page: number, block: number, node: number): NodeData;

  /** Runs `callback` after the current turn's program code, before its batch leaves. */
  nextTick(callback: () => void): void;
  /** Runs `callback` when all that was made in this turn has got its blocks, in the batch that brings them. */
  afterDrawing(callback: () => void): void;
  /** What programs draw on; its source is fetched and run when it is first asked for. */
  canvas(): CanvasLibrary;
  /** Networks and files; as `canvas`. */
  io(): IoLibrary;
  /** Milliseconds since the epoch, whole. */
  now(): number;
  /** That many cryptographically random bytes, 1 to 65,536. */
  random(byteCount: number): Uint8Array;
}
