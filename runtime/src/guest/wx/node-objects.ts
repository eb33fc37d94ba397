import { isObject } from '../intrinsics.ts';
import type { WxLink } from '../wx-link.ts';
import { createContext } from './component-contexts.ts';
import { doingNothing } from './inert-objects.ts';

const scrolling = 'scrollTo scrollIntoView triggerRefresh closeRefresh triggerTwoLevel closeTwoLevel';

const contextMembers: ReadonlyMap<string, string> = new Map([
  ['video', 'createVideoContext'],
  ['map', 'createMapContext'],
  ['live-player', 'createLivePlayerContext'],
]);

/** What `fields({node: true})` gives for a node drawn by tag `tag`: `null` for one that has no object in WeChat. */
export function nodeObject(link: WxLink, tag: unknown, surface: unknown): object | null {
  if (tag === 'canvas') return typeof surface === 'number' ? link.canvas().node(surface) : null;
  return tag === 'scroll-view' ? doingNothing(link, 'NodesRef.node', scrolling.split(' ')) : null;
}

/** What `context()` gives for it. */
export function contextObject(link: WxLink, tag: unknown, surface: unknown, id: unknown): object | null {
  if (tag === 'canvas') return typeof surface === 'number' ? link.canvas().contextOf(surface) : null;
  const member = typeof tag === 'string' ? contextMembers.get(tag) : undefined;
  if (member === undefined) return null;
  return createContext(link, member, typeof id === 'string' && id !== '' ? `#${id}` : undefined, undefined);
}

/** Puts what was asked for besides data into an answer, and takes out what it was found by. */
export function withObjects(link: WxLink, answer: unknown, wanted: { node?: boolean; context?: boolean }): unknown {
  if (!isObject(answer)) return answer;
  const { tag, surface, contextId, ...rest } = answer;
  return {
    ...rest,
    ...(wanted.node && { node: nodeObject(link, tag, surface) }),
    ...(wanted.context && { context: contextObject(link, tag, surface, contextId) }),
  };
}
