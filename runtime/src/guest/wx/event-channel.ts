import { isFunction, isObject, ownKeys } from '../intrinsics.ts';
import type { WxLink } from '../wx-link.ts';
import { type Callback, failed, jsonOf, later, method } from './method.ts';

/** One end of the channel between a page and the page that opened it. */
export interface EventChannel {
  on(event: string, listener: Callback): void;
  once(event: string, listener: Callback): void;
  off(event: string, listener?: Callback): void;
  /** Calls the other end's listeners. */
  emit(event: string, ...values: unknown[]): void;
}

interface Heard {
  readonly listener: Callback;
  readonly once: boolean;
}

/** Two ends; what one emits, the other hears. */
export function createChannelPair(link: WxLink): readonly [EventChannel, EventChannel] {
  const here = new Map<string, Heard[]>();
  const there = new Map<string, Heard[]>();
  return [end(link, here, there), end(link, there, here)];
}

function end(link: WxLink, own: Map<string, Heard[]>, other: Map<string, Heard[]>): EventChannel {
  const add = (event: string, listener: unknown, once: boolean) => {
    if (isFunction(listener)) own.set(event, [...(own.get(event) ?? []), { listener, once }]);
  };
  return {
    on: (event, listener) => add(event, listener, false),
    once: (event, listener) => add(event, listener, true),
    off(event, listener) {
      const kept = (own.get(event) ?? []).filter((one) => listener !== undefined && one.listener !== listener);
      own.set(event, kept);
    },
    emit(event, ...values) {
      const heard = other.get(event) ?? [];
      other.set(
        event,
        heard.filter(({ once }) => !once),
      );
      for (const { listener } of heard) link.guard(`event channel listener of ${event}`, listener, ...values);
    },
  };
}

interface Opening {
  readonly path: string;
  readonly channel: EventChannel;
}

/**
 * `wx.navigateTo` with its event channel: `events` are the opener's listeners, `success` gets `eventChannel`, and
 * the opened page gets the other end from `getOpenerEventChannel()`. A page opened in another way gets an end that
 * nobody hears.
 */
export function navigateToMember(link: WxLink): Callback {
  let openings: Opening[] = [];
  link.provideOpenerChannel((openType, route) => {
    const opening = openType === 'navigateTo' ? openings.find(({ path }) => route.endsWith(path)) : undefined;
    openings = openings.filter((one) => one !== opening);
    return opening?.channel ?? createChannelPair(link)[1];
  });
  return method(link, 'navigateTo', (options, settle) => {
    const { events, ...rest } = options;
    const params = jsonOf(rest);
    if (params === undefined) {
      later(settle, failed('fail parameter error: the parameter is not data;', 1001));
      return;
    }
    const [opener, opened] = createChannelPair(link);
    if (isObject(events)) {
      for (const event of ownKeys(events)) {
        const listener = events[event];
        if (isFunction(listener)) opener.on(event, listener);
      }
    }
    const opening = { path: lastPart(params.url), channel: opened };
    openings.push(opening);
    link.call('navigateTo', params, (outcome) => {
      if (!outcome.ok) openings = openings.filter((one) => one !== opening);
      settle(outcome, outcome.ok ? { eventChannel: opener } : undefined);
    });
  });
}

/** The end of a page address that is the same however it was written: `../a/b?x=1` → `a/b`. */
function lastPart(url: unknown): string {
  const path = typeof url === 'string' ? (url.split('?')[0] ?? '') : '';
  return path.replace(/^(?:\.{0,2}\/)+/, '');
}
