import * as v from 'valibot';
import type { PaintedEvent } from '../dom/index.ts';
import type { CallOutcome } from '../protocol/capabilities.ts';
import type { Navigator } from './navigator.ts';

const navigateDetail = v.object({
  url: v.fallback(v.string(), ''),
  openType: v.fallback(v.string(), 'navigate'),
  delta: v.fallback(v.number(), 1),
  target: v.fallback(v.string(), 'self'),
});

/** What `<navigator open-type>` says, as a route. `exit` and other programs are the host's matter. */
const kinds = new Map([
  ['navigate', 'navigateTo'],
  ['redirect', 'redirectTo'],
  ['switchTab', 'switchTab'],
  ['reLaunch', 'reLaunch'],
] as const);

/**
 * Events that built-in elements raise for the player itself. Returns undefined for every other event, which
 * then goes to the guest.
 */
export function answerElementEvent(event: PaintedEvent, navigator: Navigator): Promise<CallOutcome> | undefined {
  if (event.type === 'open-type') return Promise.resolve(notHere(`button open-type is not supported by this host`));
  if (event.type !== 'navigate') return undefined;
  const { url, openType, delta, target } = v.parse(navigateDetail, event.detail);
  if (target === 'miniProgram') return Promise.resolve(notHere('other mini-programs cannot be opened from here'));
  if (openType === 'navigateBack') return navigator.back(delta);
  const kind = [...kinds].find(([word]) => word === openType)?.[1];
  return kind ? navigator.go(kind, url) : Promise.resolve(notHere(`navigator open-type "${openType}" is not known`));
}

/** A `<navigator target="miniProgram">` was tapped. */
export function opensProgram(event: PaintedEvent): boolean {
  return event.type === 'navigate' && v.parse(navigateDetail, event.detail).target === 'miniProgram';
}

function notHere(reason: string): CallOutcome {
  return { ok: false, error: { errMsg: `fail ${reason}`, code: 'NOT_SUPPORTED' } };
}
