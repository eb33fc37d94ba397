import type { Environment, LaunchOptions } from '../protocol/messages.ts';
import { isFunction, isObject, ownKeys } from './intrinsics.ts';
import type { Reporter } from './reporter.ts';
import type { AppEvents } from './wx-link.ts';

/** The program as a whole: what `App()` defined, and who listens to its coming and going. */
export interface GuestApp {
  /** `App(options)`. The first call counts. */
  define(options: unknown): void;
  /** `getApp({allowDefault})`. */
  get(options: unknown): unknown;
  /** Runs onLaunch and onShow. */
  launch(options: LaunchOptions): void;
  show(options: LaunchOptions): void;
  hide(): void;
  failed(text: string): void;
  unhandledRejection(reason: unknown): void;
  pageNotFound(lost: AppEvents['pageNotFound']): void;
  environment(environment: Environment): void;
  /** Hears an event after the app itself. Returns its undo. */
  on<Name extends keyof AppEvents>(name: Name, listener: (value: AppEvents[Name]) => void): () => void;
}

type Listeners = { [Name in keyof AppEvents]: Set<(value: AppEvents[Name]) => void> };

export function createApp(reporter: Reporter): GuestApp {
  let app: Record<string, unknown> | undefined;
  /** What `getApp({allowDefault: true})` gave out before `App()`: becomes the app. */
  let early: Record<string, unknown> | undefined;
  let theme: string | undefined;
  const listeners: Listeners = {
    show: new Set(),
    hide: new Set(),
    error: new Set(),
    pageNotFound: new Set(),
    unhandledRejection: new Set(),
    environment: new Set(),
  };

  const call = (name: string, ...values: readonly unknown[]): boolean => {
    const method = app?.[name];
    if (!isFunction(method)) return false;
    reporter.guard(method, app, values, name, 'App');
    return true;
  };
  const tell = <Name extends keyof AppEvents>(name: Name, value: AppEvents[Name]): void => {
    for (const listener of listeners[name]) reporter.guard(listener, undefined, [value], `${name} listener`, 'wx');
  };

  return {
    define(options) {
      if (app !== undefined) {
        reporter.warn('DEFINITION', 'App() was called more than once; only the first call counts');
        return;
      }
      const given = isObject(options) ? options : {};
      const defined = early ?? {};
      for (const key of ownKeys(given)) if (key !== '__proto__') defined[key] = given[key];
      app = defined;
    },
    get(options) {
      if (app !== undefined) return app;
      if (isObject(options) && options.allowDefault === true) {
        early ??= {};
        return early;
      }
      return undefined;
    },
    launch(options) {
      app ??= early ?? {};
      call('onLaunch', options);
      call('onShow', options);
      tell('show', options);
    },
    show(options) {
      call('onShow', options);
      tell('show', options);
    },
    hide() {
      call('onHide');
      tell('hide', undefined);
    },
    failed(text) {
      call('onError', text);
      tell('error', text);
    },
    unhandledRejection(reason) {
      const told = { reason, promise: undefined };
      call('onUnhandledRejection', told);
      tell('unhandledRejection', told);
    },
    pageNotFound(lost) {
      call('onPageNotFound', lost);
      tell('pageNotFound', lost);
    },
    environment(environment) {
      const changed = theme !== undefined && theme !== environment.system.theme;
      theme = environment.system.theme;
      if (changed) call('onThemeChange', { theme });
      tell('environment', environment);
    },
    on(name, listener) {
      listeners[name].add(listener);
      return () => listeners[name].delete(listener);
    },
  };
}
