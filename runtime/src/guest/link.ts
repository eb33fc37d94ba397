import type { Environment, HostMessage, LaunchOptions, OpenType } from '../protocol/messages.ts';
import type { GuestApp } from './app.ts';
import type { Calls } from './calls.ts';
import type { CanvasLibrary } from './canvas/types.ts';
import { stateOf } from './component/instance-registry.ts';
import { readBounds } from './events/event-object.ts';
import { enterCanvasLibrary, enterIoLibrary, microtask } from './intrinsics.ts';
import type { IoLibrary } from './io/types.ts';
import type { Door } from './outbox.ts';
import type { OpenPages } from './page/open-pages.ts';
import type { Reporter } from './reporter.ts';
import type { WxLink } from './wx-link.ts';

type Launch = Extract<HostMessage, { kind: 'launch' }>;

/** What launch brought, as far as `wx` asks for it. */
export interface Session {
  launch(message: Launch): void;
  /** The program came to the front again. */
  entered(options: LaunchOptions): void;
  setEnvironment(environment: Environment): void;
  /** The launch message; before launch no program code runs, and asking is our bug. */
  current(): Launch;
  environment(): Environment;
  enterOptions(): LaunchOptions;
}

export function createSession(): Session {
  let launched: Launch | undefined;
  let environment: Environment | undefined;
  let entered: LaunchOptions | undefined;
  const current = (): Launch => {
    if (launched === undefined) throw new Error('the program has not been launched');
    return launched;
  };
  return {
    launch(message) {
      launched = message;
    },
    entered(options) {
      entered = options;
    },
    setEnvironment(given) {
      environment = given;
    },
    current,
    environment: () => environment ?? current().environment,
    enterOptions: () => entered ?? current().options,
  };
}

export interface LinkParts {
  readonly door: Door;
  readonly reporter: Reporter;
  readonly calls: Calls;
  readonly app: GuestApp;
  readonly session: Session;
  /** Asked late: pages need the link's opener channel, and `wx` exists before pages do. */
  pages(): OpenPages;
}

/** The link and the opener channel its `wx` provides. */
export interface LinkEnd {
  readonly link: WxLink;
  openerChannel(openType: OpenType, route: string): unknown;
  /** Sends what was drawn on canvases in this turn. */
  paint(): void;
  /** Runs what waits for the drawing of this turn. True when something did, and may have more to draw. */
  drawn(): boolean;
}

/** Most random bytes the door gives at once. */
const randomAtOnce = 1_024;

export function createLink({ door, reporter, calls, app, session, pages }: LinkParts): LinkEnd {
  let canvas: CanvasLibrary | undefined;
  let io: IoLibrary | undefined;
  let provider: (openType: OpenType, route: string) => unknown = () => undefined;
  let waiting: (() => void)[] = [];
  const link: WxLink = {
    call: calls.call,
    tell: calls.tell,
    onNotify: calls.onNotify,
    warn: (code, message) => reporter.warn(code, message),
    guard: (where, run, ...values) => {
      try {
        return run(...values);
      } catch (error) {
        reporter.failed(where, error);
        return undefined;
      }
    },
    environment: session.environment,
    abilities: () => session.current().abilities,
    account: () => session.current().account,
    launchOptions: () => session.current().options,
    enterOptions: session.enterOptions,
    initialStorage: () => session.current().storage,
    onApp: app.on,
    pages: () => pages().stack.map((page) => page.state.instance),
    topRoute: () => pages().top?.route ?? '',
    provideOpenerChannel(given) {
      provider = given;
    },
    viewRoot(instance) {
      const state = instance === undefined ? pages().top?.state : stateOf(instance);
      const block = state?.root?.id ?? 0;
      return state === undefined || block === 0 ? undefined : { page: state.page.page, block };
    },
    nodeData(page, block, node) {
      const found = pages().find(page)?.operations.blocks.get(block);
      const info = found?.plan.type.nodes[node];
      if (found === undefined || info === undefined) return { dataset: {}, mark: {} };
      return { dataset: readBounds(found, info.dataset), mark: readBounds(found, info.marks) };
    },
    nextTick: (callback) => microtask(() => reporter.guard(callback, undefined, [], 'callback', 'wx.nextTick')),
    afterDrawing(callback) {
      waiting = [...waiting, callback];
    },
    canvas() {
      canvas ??= enterCanvasLibrary(door('library', 'canvas'))({
        link,
        draw: (text, bytes) => door('canvas', text, bytes),
      });
      return canvas;
    },
    io() {
      io ??= enterIoLibrary(door('library', 'files'))({ link, files: (text) => door('files', text) });
      return io;
    },
    now: () => Number(door('now', '')),
    random(byteCount) {
      const bytes = new Uint8Array(byteCount);
      for (let at = 0; at < byteCount; at += randomAtOnce) {
        const hex = door('random', String(Math.min(randomAtOnce, byteCount - at)));
        for (let digit = 0; digit < hex.length; digit += 2) {
          bytes[at + digit / 2] = Number.parseInt(hex.slice(digit, digit + 2), 16);
        }
      }
      return bytes;
    },
  };
  return {
    link,
    openerChannel: (openType, route) => provider(openType, route),
    drawn() {
      const jobs = waiting;
      waiting = [];
      for (const job of jobs) job();
      return jobs.length > 0;
    },
    paint: () => canvas?.flush(),
  };
}
