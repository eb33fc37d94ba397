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
  extraData: v.optional(v.unknown()),
});

/** What `<navigator open-type>` says, as a route. Other programs are the host's matter. */
const kinds = new Map([
  ['navigate', 'navigateTo'],
  ['redirect', 'redirectTo'],
  ['switchTab', 'switchTab'],
  ['reLaunch', 'reLaunch'],
] as const);

/** The same where `target` is another program. */
const leadingOut: ReadonlyMap<string, string> = new Map([
  ['navigate', 'navigateToMiniProgram'],
  ['navigateBack', 'navigateBackMiniProgram'],
  ['exit', 'exitMiniProgram'],
]);

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
    const { appId, path, version, shortLink } = other;
    const extra = v.safeParse(jsonSchema, other.extraData);
    const extraData = extra.success ? extra.output : {};
    const call = leadingOut.get(openType);
    if (call === 'navigateToMiniProgram') {
      const more = { ...(version && { envVersion: version }), ...(shortLink && { shortLink }) };
      return askHost(call, { appId, path, extraData, ...more });
    }
    if (call !== undefined) return askHost(call, call === 'exitMiniProgram' ? {} : { extraData });
  }
  if (openType === 'navigateBack') return navigator.back(delta);
  const kind = [...kinds].find(([word]) => word === openType)?.[1];
  return kind ? navigator.go(kind, url) : Promise.resolve(notHere(`navigator open-type "${openType}" is not known`));
}

/** The call that a `<navigator target="miniProgram">` stands for; undefined for every other event. */
export function callToProgram(event: PaintedEvent): string | undefined {
  if (event.type !== 'navigate') return undefined;
  const { target, openType } = v.parse(navigateDetail, event.detail);
  return target === 'miniProgram' ? leadingOut.get(openType) : undefined;
}

function notHere(reason: string): CallOutcome {
  return { ok: false, error: { errMsg: `fail ${reason}`, code: 'NOT_SUPPORTED' } };
}
