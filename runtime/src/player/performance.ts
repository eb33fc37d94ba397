import type { Json } from '../protocol/json.ts';
import type { HostMessage, OpenType } from '../protocol/messages.ts';
import type { Page } from './page.ts';

/** How a page came to open. */
export interface Opening {
  readonly openType: OpenType;
  /** When that was asked for, on the player's clock. */
  readonly askedAt: number;
}

/** What took how long, as `wx.getPerformance()` tells it. Times are the player's clock; programs get whole milliseconds. */
export interface PerformanceEntries {
  /** A script is about to be loaded: from the first that asks for figures on they are told. */
  script(code: string): void;
  evaluated(file: string, from: number): void;
  opened(page: Page, opening: Opening): void;
  /** The first batch of a page is on screen. */
  rendered(page: Page, openedAt: number): void;
}

/** What nobody asks for is not kept beyond this. */
const mostWaiting = 30;

export function createPerformanceEntries({
  now,
  deliver,
}: {
  now(): number;
  deliver(message: HostMessage): void;
}): PerformanceEntries {
  const startedAt = now();
  const epoch = Date.now() - startedAt;
  const openings = new WeakMap<Page, Opening>();
  let launched = false;
  let asked = false;
  let waiting: Json[] = [];

  const add = (entryType: string, name: string, from: number, more: { readonly [key: string]: Json }): void => {
    const startTime = Math.round(epoch + from);
    const entry = { entryType, name, startTime, duration: Math.round(epoch + now()) - startTime, ...more };
    if (asked) deliver({ kind: 'notify', name: 'performance', data: [entry] });
    else waiting = [...waiting, entry].slice(-mostWaiting);
  };
  return {
    script(code) {
      if (asked || !code.includes('getPerformance')) return;
      asked = true;
      if (waiting.length > 0) deliver({ kind: 'notify', name: 'performance', data: waiting });
      waiting = [];
    },
    evaluated: (file, from) => add('script', 'evaluateScript', from, { fileList: [file] }),
    opened: (page, opening) => void openings.set(page, opening),
    rendered(page, openedAt) {
      const { openType, askedAt } = openings.get(page) ?? { openType: 'navigateTo', askedAt: openedAt };
      const path = page.route;
      if (!launched) {
        const navigationStart = Math.round(epoch + startedAt);
        add('navigation', 'appLaunch', startedAt, { path, navigationStart, navigationType: 'appLaunch' });
      } else {
        const navigationStart = Math.round(epoch + askedAt);
        add('navigation', 'route', askedAt, { path, pageId: page.id, navigationStart, navigationType: openType });
      }
      launched = true;
      add('render', 'firstRender', openedAt, { path, pageId: page.id });
    },
  };
}
