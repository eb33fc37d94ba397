import type { Json } from '../../protocol/json.ts';
import { isFunction, isObject } from '../intrinsics.ts';
import type { WxLink } from '../wx-link.ts';
import { createViewObserver } from './view-observer.ts';

/** Only pages and components make one; it is no member of `wx`. */
export interface MediaQueryObserver {
  /** `callback` hears `{matches}` at once and at each change. */
  observe(conditions: unknown, callback: unknown): void;
  disconnect(): void;
}

const sizes = ['width', 'minWidth', 'maxWidth', 'height', 'minHeight', 'maxHeight'];

/** `conditions`: sizes of the page in pixels, and `orientation` (`landscape` or `portrait`); all must hold. */
export function createMediaQueryObserver(link: WxLink, component: unknown): MediaQueryObserver {
  const view = createViewObserver(link, component, 'createMediaQueryObserver');
  return {
    observe(given, callback) {
      const conditions = readConditions(isObject(given) ? given : {});
      view.watch(
        'observeMedia',
        () => ({ conditions }),
        ({ matches }) => {
          if (isFunction(callback)) link.guard('callback of MediaQueryObserver.observe', callback, { matches });
        },
      );
    },
    disconnect: view.disconnect,
  };
}

function readConditions(given: Readonly<Record<string, unknown>>): Record<string, Json> {
  const conditions: Record<string, Json> = {};
  for (const name of sizes) {
    const value = Number(given[name] ?? Number.NaN);
    if (Number.isFinite(value)) conditions[name] = value;
  }
  const { orientation } = given;
  if (orientation === 'landscape' || orientation === 'portrait') conditions.orientation = orientation;
  return conditions;
}
