import { isFunction } from '../intrinsics.ts';
import type { WxLink } from '../wx-link.ts';
import { type Callback, done, later, method, type Options } from './method.ts';

interface Logger {
  debug(...values: unknown[]): void;
  info(...values: unknown[]): void;
  log(...values: unknown[]): void;
  warn(...values: unknown[]): void;
  error(...values: unknown[]): void;
}
/** The base library's own, installed before any of this runs. */
declare const console: Logger;

/** Small objects and functions that need nothing outside the guest. */
export function managerMembers(link: WxLink): Options {
  return {
    getUpdateManager: () => updateManager(link),
    getLogManager: () => logManager(),
    getRealtimeLogManager: () => realtimeLogManager(),
    nextTick(callback: unknown) {
      if (isFunction(callback)) link.nextTick(() => link.guard('callback of wx.nextTick', callback));
    },
    ...idleMembers(link),
    getRandomValues: method(link, 'getRandomValues', (options, settle) => {
      const length = Math.min(Math.max(Math.floor(Number(options.length)) || 0, 1), 1_048_576);
      later(settle, done(), { randomValues: randomBytes(link, length).buffer });
    }),
  };
}

/** A program is always as new as its package: there is never an update to wait for. */
function updateManager(link: WxLink): Options {
  return {
    onCheckForUpdate(listener: unknown) {
      if (!isFunction(listener)) return;
      link.nextTick(() => link.guard('listener of UpdateManager.onCheckForUpdate', listener, { hasUpdate: false }));
    },
    onUpdateReady: () => undefined,
    onUpdateFailed: () => undefined,
    applyUpdate: () => undefined,
  };
}

/** The author's log is the console; there is no feedback page to send it to. */
function logManager(): Options {
  return {
    debug: (...values: unknown[]) => console.debug(...values),
    info: (...values: unknown[]) => console.info(...values),
    log: (...values: unknown[]) => console.log(...values),
    warn: (...values: unknown[]) => console.warn(...values),
  };
}

function realtimeLogManager(): Options {
  const levels = {
    info: (...values: unknown[]) => console.info(...values),
    warn: (...values: unknown[]) => console.warn(...values),
    error: (...values: unknown[]) => console.error(...values),
  };
  const filter = { setFilterMsg: () => undefined, addFilterMsg: () => undefined };
  return {
    ...levels,
    in: () => undefined,
    ...filter,
    getCurrentState: () => ({ size: 0, maxSize: 0, logCount: 0, maxLogCount: 0 }),
    tag: () => ({ ...levels, ...filter, key: () => undefined }),
  };
}

function idleMembers(link: WxLink): { requestIdleCallback: Callback; cancelIdleCallback: Callback } {
  const waiting = new Map<number, (deadline: unknown) => unknown>();
  let last = 0;
  return {
    requestIdleCallback(callback) {
      if (!isFunction(callback)) return 0;
      last += 1;
      const id = last;
      waiting.set(id, callback);
      link.nextTick(() => {
        if (!waiting.delete(id)) return;
        const until = link.now() + 16;
        const timeRemaining = () => Math.max(0, until - link.now());
        link.guard('callback of wx.requestIdleCallback', callback, { didTimeout: false, timeRemaining });
      });
      return id;
    },
    cancelIdleCallback(id) {
      if (typeof id === 'number') waiting.delete(id);
    },
  };
}

function randomBytes(link: WxLink, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  const most = 65_536;
  for (let at = 0; at < length; at += most) bytes.set(link.random(Math.min(most, length - at)), at);
  return bytes;
}
