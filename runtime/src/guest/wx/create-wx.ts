import { type WxMember, wxMembers } from '../../protocol/wx-members.ts';
import { ownKeys } from '../intrinsics.ts';
import type { WxLink } from '../wx-link.ts';
import { createAnimation } from './animation.ts';
import { arrayBufferToBase64, base64ToArrayBuffer } from './base64.ts';
import { callMethod } from './call-method.ts';
import { canIUse } from './can-i-use.ts';
import { canvasMembers } from './canvas.ts';
import { componentContextMembers } from './component-contexts.ts';
import { deviceMembers } from './device.ts';
import { navigateToMember } from './event-channel.ts';
import { eventMembers } from './events.ts';
import { inertCreator, inertObject } from './inert-objects.ts';
import { createIntersectionObserver } from './intersection-observer.ts';
import { ioMembers } from './io.ts';
import { managerMembers } from './managers.ts';
import type { Options } from './method.ts';
import { performanceMember } from './performance.ts';
import { privacyMembers } from './privacy.ts';
import { recorderMember } from './recorder.ts';
import { selectorQueryMember } from './selector-query.ts';
import { shareWhenAsked } from './sharing.ts';
import { soundMembers } from './sounds.ts';
import { storageMembers } from './storage.ts';
import { systemMembers } from './system-info.ts';
import { unsupportedMethod, unsupportedSync, unsupportedTask } from './unsupported.ts';

/**
 * The `wx` object: every documented member, enumerable, extensible and replaceable, because programs and
 * frameworks wrap and list it. It holds no authority: everything it can do goes through `link`.
 */
export function createWx(link: WxLink): Record<string, unknown> {
  const wx: Record<string, unknown> = {};
  const own = ownMembers(link, wx);
  shareWhenAsked(link);
  for (const name of ownKeys(wxMembers)) {
    const member = wxMembers[name];
    if (member !== undefined) wx[name] = own.get(name) ?? memberOf(link, name, member);
  }
  return wx;
}

/** What the guest makes itself, by name; the rest follows from the members' table alone. */
export function ownMembers(link: WxLink, wx: Options): ReadonlyMap<string, unknown> {
  return new Map<string, unknown>(
    Object.entries({
      ...eventMembers(link),
      ...systemMembers(link),
      ...storageMembers(link),
      ...managerMembers(link),
      ...privacyMembers(link),
      ...canvasMembers(link),
      ...ioMembers(link),
      ...componentContextMembers(link),
      ...soundMembers(link),
      ...deviceMembers(link),
      getPerformance: performanceMember(link),
      getRecorderManager: recorderMember(link),
      navigateTo: navigateToMember(link),
      createSelectorQuery: selectorQueryMember(link),
      createIntersectionObserver: (component: unknown, options: unknown) =>
        createIntersectionObserver(link, component, options),
      createAnimation,
      arrayBufferToBase64,
      base64ToArrayBuffer,
      canIUse: canIUse(link, wx),
    }),
  );
}

/** The rest, by what kind of thing it is. */
function memberOf(link: WxLink, name: string, { kind, by }: WxMember): unknown {
  if (by !== 'none') return callMethod(link, name);
  switch (kind) {
    case 'task':
      return unsupportedTask(link, name, () => inertObject(link, name));
    case 'create':
      return inertCreator(link, name);
    case 'property':
      return inertObject(link, name);
    case 'sync':
      return unsupportedSync(link, name);
    default:
      return unsupportedMethod(link, name);
  }
}
