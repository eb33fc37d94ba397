import * as v from 'valibot';
import type { PaintedEvent } from '../dom/index.ts';
import type { CallOutcome } from '../protocol/capabilities.ts';
import { type Json, jsonSchema } from '../protocol/json.ts';
import type { Navigator } from './navigator.ts';

const navigateDetail = v.object({
  url: v.fallback(v.string(), ''),
  openType: v.fallback(v.string(), 'navigate'),
  delta: v.fallback(v.number(), 1),
  target: v.fallback(v.string(), 'self'),
  appId: v.fallback(v.string(), ''),
  path: v.fallback(v.string(), ''),
  version: v.fallback(v.string(), ''),
  shortLink: v.fallback(v.string(), ''),
  extraData: v.fallback(v.record(v.string(), jsonSchema), {}),
});

/** What `<navigator open-type>` says, as a route. Other programs are the host's matter. */
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
export function answerElementEvent(
  event: PaintedEvent,
  navigator: Navigator,
  askHost: (name: string, params: Json) => Promise<CallOutcome>,
): Promise<CallOutcome> | undefined {
  if (event.type !== 'navigate') return undefined;
  const { url, openType, delta, target, ...other } = v.parse(navigateDetail, event.detail);
  if (target === 'miniProgram') {
    const { appId, path, version, shortLink, extraData } = other;
    if (openType === 'exit') return askHost('exitMiniProgram', {});
    if (openType === 'navigateBack') return askHost('navigateBackMiniProgram', { extraData });
    const to = { appId, path, extraData, ...(version && { envVersion: version }), ...(shortLink && { shortLink }) };
    return askHost('navigateToMiniProgram', to);
  }
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
