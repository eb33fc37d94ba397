import * as v from 'valibot';
import type { CarriedFile } from './carried-files.ts';
import { type Json, jsonSchema } from './json.ts';

/** Messages between the guest and its player. They pass the door as JSON arrays, one array a turn. */

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const word = v.pipe(v.string(), v.maxLength(128));
const longText = v.pipe(v.string(), v.maxLength(64 * 1024));

/** Guest → player. Validated by the player before anything is done with them. */
export const guestMessageSchema = v.variant('kind', [
  /** One batch of view operations of one page. `batch` counts up per page; answered by `rendered`. */
  v.strictObject({ kind: v.literal('render'), page: count, batch: count, operations: v.array(v.array(jsonSchema)) }),
  /** A `wx` call that leaves the guest. Answered by `settle` with the same number. */
  v.strictObject({ kind: v.literal('call'), call: count, name: word, params: jsonSchema }),
  /** Asks for the part that holds `path`. Answered by `settle` or `fail` with the same number, counted with the calls. */
  v.strictObject({ kind: v.literal('load'), call: count, path: v.pipe(v.string(), v.maxLength(512)) }),
  /** A call that expects no answer (an `offX`, an abort). */
  v.strictObject({ kind: v.literal('tell'), name: word, params: jsonSchema }),
  /** Worth the author's attention, not a failure: unsupported API, wasteful setData, missing handler. */
  v.strictObject({
    kind: v.literal('warning'),
    code: word,
    message: longText,
    page: v.optional(count),
    /** What was being run; says which line of the program it is about. */
    stack: v.optional(longText),
  }),
  /** Uncaught in a handler or lifecycle; the program goes on. `where` names it, for example `onLoad of pages/index/index`. Without `code` it is a `SCRIPT` error. */
  v.strictObject({
    kind: v.literal('error'),
    where: word,
    message: longText,
    stack: longText,
    code: v.optional(v.picklist(['MODULE', 'SET_DATA', 'PAGE_NOT_FOUND'])),
  }),
  /** Answer to `inspect`. */
  v.strictObject({
    kind: v.literal('inspected'),
    id: count,
    result: v.optional(jsonSchema),
    error: v.optional(longText),
  }),
]);
export type GuestMessage = v.InferOutput<typeof guestMessageSchema>;

/** One point of contact, in CSS pixels of the page frame. */
export interface Touch {
  readonly identifier: number;
  readonly pageX: number;
  readonly pageY: number;
  readonly clientX: number;
  readonly clientY: number;
  /** On a canvas: from its upper left corner. */
  readonly x?: number;
  readonly y?: number;
}

/** Where a bound node on the event's path lies; gives `offsetLeft` and `offsetTop` of target and currentTarget. */
export interface EventOffset {
  readonly block: number;
  readonly node: number;
  readonly left: number;
  readonly top: number;
}

export interface ViewEvent {
  readonly page: number;
  /** Node where it happened: block id and node number. */
  readonly block: number;
  readonly node: number;
  /** Lower-case type: `tap`, `input`, `touchmove` … */
  readonly type: string;
  /** Component events stay at their node; touch events travel. */
  readonly bubbles: boolean;
  readonly detail: Json;
  readonly touches?: readonly Touch[];
  readonly changedTouches?: readonly Touch[];
  /** Milliseconds since the page opened. */
  readonly timeStamp: number;
  readonly offsets: readonly EventOffset[];
}

/** What the guest may know about where it runs; the sync system-information calls read it. */
export interface Environment {
  readonly system: {
    readonly brand: string;
    readonly model: string;
    readonly pixelRatio: number;
    readonly screenWidth: number;
    readonly screenHeight: number;
    readonly windowWidth: number;
    readonly windowHeight: number;
    readonly statusBarHeight: number;
    readonly language: string;
    readonly version: string;
    readonly system: string;
    readonly platform: string;
    readonly SDKVersion: string;
    readonly theme: 'light' | 'dark';
    readonly safeArea: {
      readonly left: number;
      readonly right: number;
      readonly top: number;
      readonly bottom: number;
      readonly width: number;
      readonly height: number;
    };
  };
  /** The capsule's rectangle, in CSS pixels of the program's window. */
  readonly capsule: {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
    readonly width: number;
    readonly height: number;
  };
  /** Absent where the browser does not tell. */
  readonly battery?:
    | {
        /** Percent, 1 to 100. */
        readonly level: number;
        readonly isCharging: boolean;
        readonly isLowPowerModeEnabled: boolean;
      }
    | undefined;
  /** Capability names this host can answer; `canIUse` reads it. */
  readonly supported: readonly string[];
}

/** A keyboard on the screen, in CSS pixels. Both are 0 while there is none. */
export interface SoftKeyboard {
  readonly height: number;
  /** What it hides of the program's window; less than `height` where the browser has moved the window up. */
  readonly covered: number;
}

/** Why and where a program is opened. */
export interface LaunchOptions {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** WeChat scene number, for example 1001. */
  readonly scene: number;
  readonly referrerInfo?: { readonly appId: string; readonly extraData?: Json } | undefined;
}

/** What a component is to the guest: the part of the manifest it needs. */
export interface GuestComponent {
  readonly usingComponents: Readonly<Record<string, string>>;
  readonly template?: string | undefined;
  readonly script?: string | undefined;
  readonly styleIsolation?: string | undefined;
  /** `componentPlaceholder`: tag → tag that stands in until the part that holds the component is loaded. */
  readonly placeholders?: Readonly<Record<string, string>> | undefined;
}

/** Player → guest. */
export type HostMessage =
  /** First message after the main part has loaded: evaluates app.js, runs App.onLaunch and onShow. */
  | {
      readonly kind: 'launch';
      readonly options: LaunchOptions;
      readonly environment: Environment;
      /**
       * Word lists for `canIUse`: what a drawn tag takes (`button`; `*` for all), what a call takes
       * (`showToast.object`) and gives (`showModal.success`). A call that is not listed takes and gives anything.
       */
      readonly abilities: Readonly<Record<string, string>>;
      readonly components: Readonly<Record<string, GuestComponent>>;
      readonly appScript?: string | undefined;
      /** It starts in an independent part: the app waits for `main`. */
      readonly independent?: boolean | undefined;
      /** Plugin name → module that `requirePlugin` gives; `''` for a plugin that has none. */
      readonly plugins?: Readonly<Record<string, string>> | undefined;
      /** Plugin name → module of the program that `requireMiniProgram` gives it. */
      readonly pluginExports?: Readonly<Record<string, string>> | undefined;
      /** Routes whose pages carry the program's own tab bar, the component custom-tab-bar/index. */
      readonly ownTabBar?: readonly string[] | undefined;
      /** Stored values at launch, key → JSON text: the mirror behind the sync storage calls. */
      readonly storage: Readonly<Record<string, string>>;
      /** `app.json` keys the guest can ask for (`__wxConfig`, `getAccountInfoSync`). */
      readonly account: {
        readonly appId: string;
        readonly version: string;
        readonly envVersion: 'develop' | 'trial' | 'release';
      };
    }
  /** The main part has come after an independent one: evaluates app.js, runs App.onLaunch and onShow. */
  | { readonly kind: 'main'; readonly appScript?: string | undefined }
  /** Creates the page: component tree, onLoad, onShow, first batch. */
  | {
      readonly kind: 'open-page';
      readonly page: number;
      readonly route: string;
      readonly query: Readonly<Record<string, string>>;
      readonly openType: OpenType;
    }
  | { readonly kind: 'show-page'; readonly page: number }
  | { readonly kind: 'hide-page'; readonly page: number }
  /** Runs detached and onUnload, forgets the page. */
  | { readonly kind: 'close-page'; readonly page: number }
  /** A batch is applied and drawn; after the first one the page runs ready. Runs setData callbacks. */
  | { readonly kind: 'rendered'; readonly page: number; readonly batch: number }
  | ({ readonly kind: 'event' } & ViewEvent)
  /** Calls a page method when the page has one: onPullDownRefresh, onReachBottom, onPageScroll, onTabItemTap, onResize. */
  | { readonly kind: 'page-event'; readonly page: number; readonly name: PageEventName; readonly data: Json }
  | { readonly kind: 'show-app'; readonly options: LaunchOptions }
  | { readonly kind: 'hide-app' }
  /** `launch` found no such page: App.onPageNotFound. */
  | {
      readonly kind: 'page-not-found';
      readonly path: string;
      readonly query: Readonly<Record<string, string>>;
      readonly isEntryPage: boolean;
    }
  | { readonly kind: 'settle'; readonly call: number; readonly result: Json }
  | { readonly kind: 'fail'; readonly call: number; readonly error: CallError }
  /** Something a `wx.onX` listens to. */
  | { readonly kind: 'notify'; readonly name: string; readonly data: Json }
  | { readonly kind: 'environment'; readonly environment: Environment }
  | { readonly kind: 'inspect'; readonly id: number; readonly method: InspectMethod; readonly params: Json };

export type OpenType = 'launch' | 'navigateTo' | 'redirectTo' | 'reLaunch' | 'switchTab' | 'navigateBack';
export const pageEventNames = [
  'onPullDownRefresh',
  'onReachBottom',
  'onPageScroll',
  'onTabItemTap',
  'onResize',
] as const;
export type PageEventName = (typeof pageEventNames)[number];
/** `page-data` `{page}` → data; `pages` → `[{page, route, query}]`; `call-method` `{page, method, args}` → value; `evaluate` `{source}` → value (development only); `global-data` → getApp().globalData. */
export const inspectMethods = [
  'page-data',
  'set-page-data',
  'pages',
  'call-method',
  'evaluate',
  'global-data',
] as const;
export type InspectMethod = (typeof inspectMethods)[number];

/** What reaches a `fail` callback: never a host stack, path or address. `errMsg` is without the `name:` prefix, for example `fail no permission`. */
export interface CallError {
  readonly errMsg: string;
  readonly errno?: number | undefined;
  readonly code?: string | undefined;
}

/** Player → host, on the program's own port: the port is the program's identity. */
export const bridgeRequestSchema = v.strictObject({
  kind: v.literal('request'),
  id: count,
  name: word,
  params: jsonSchema,
  /** Milliseconds since the last trusted user action in the player's frames, absent when there was none. */
  gestureAgeMs: v.optional(v.number()),
});
export type BridgeRequest = v.InferOutput<typeof bridgeRequestSchema>;

/** Player → host: what the shell and the terminal show. */
export const playerReportSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('ready') }),
  v.strictObject({ kind: v.literal('title'), text: longText }),
  v.strictObject({
    kind: v.literal('log'),
    level: v.picklist(['debug', 'log', 'info', 'warn', 'error']),
    text: longText,
    position: v.optional(v.string()),
  }),
  v.strictObject({ kind: v.literal('problem'), problem: v.record(v.string(), jsonSchema), fatal: v.boolean() }),
  v.strictObject({ kind: v.literal('capsule'), textStyle: v.picklist(['black', 'white']) }),
  /** What plays on when the program is away; `title` and `singer` are the program's words. */
  v.strictObject({
    kind: v.literal('background-sound'),
    state: v.picklist(['playing', 'paused', 'ended']),
    title: longText,
    singer: longText,
  }),
  v.strictObject({
    kind: v.literal('inspected'),
    id: count,
    result: v.optional(jsonSchema),
    error: v.optional(longText),
  }),
  v.strictObject({ kind: v.literal('inspector-event'), method: word, params: jsonSchema }),
]);
export type PlayerReport = v.InferOutput<typeof playerReportSchema>;

/** Host → player, on the program's port. */
export type ToPlayer =
  | {
      readonly kind: 'start';
      /** SHA-256 of manifest.json, lower-case hex: the package's identity. */
      readonly digest: string;
      readonly options: LaunchOptions;
      readonly environment: Environment;
      readonly storage: Readonly<Record<string, string>>;
      readonly inspect: boolean;
      /** What the host gives to components of pages: tiles for maps (`{x}`, `{y}`, `{z}` in an https address), a camera. */
      readonly surroundings?: {
        readonly tiles?: { readonly template: string; readonly attribution: string; readonly maxZoom: number };
        readonly camera?: boolean;
      };
    }
  | {
      readonly kind: 'result';
      readonly id: number;
      readonly result: Json;
      readonly files?: readonly CarriedFile[] | undefined;
    }
  | { readonly kind: 'error'; readonly id: number; readonly error: CallError }
  | { readonly kind: 'notify'; readonly name: string; readonly data: Json }
  | { readonly kind: 'visibility'; readonly visible: boolean; readonly options?: LaunchOptions }
  | { readonly kind: 'environment'; readonly environment: Environment }
  | { readonly kind: 'keyboard'; readonly keyboard: SoftKeyboard }
  /** The person pauses what plays in the background, lets it go on, or ends it. */
  | { readonly kind: 'background-sound'; readonly action: 'play' | 'pause' | 'stop' }
  | { readonly kind: 'inspect'; readonly id: number; readonly method: string; readonly params: Json }
  | { readonly kind: 'stop' };

/** Player → host. */
export type FromPlayer = (BridgeRequest & { readonly files?: readonly CarriedFile[] | undefined }) | PlayerReport;
