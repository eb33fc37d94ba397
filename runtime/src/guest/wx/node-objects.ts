import { isObject } from '../intrinsics.ts';
import type { WxLink } from '../wx-link.ts';
import { doingNothing, inertObject } from './inert-objects.ts';

const scrolling = 'scrollTo scrollIntoView triggerRefresh closeRefresh triggerTwoLevel closeTwoLevel';

/** What `fields({node: true})` gives for a node drawn by tag `tag`: `null` for one that has no object in WeChat. */
export function nodeObject(link: WxLink, tag: unknown, surface: unknown): object | null {
  if (tag === 'canvas') return typeof surface === 'number' ? link.canvas().node(surface) : null;
  return tag === 'scroll-view' ? doingNothing(link, 'NodesRef.node', scrolling.split(' ')) : null;
}

/** What `context()` gives for it. */
export function contextObject(link: WxLink, tag: unknown, surface: unknown): object | null {
  if (tag === 'canvas') return typeof surface === 'number' ? link.canvas().contextOf(surface) : null;
  return tag === 'video' ? inertObject(link, 'createVideoContext') : null;
}

/** Puts what was asked for besides data into an answer, and takes out what it was found by. */
export function withObjects(link: WxLink, answer: unknown, wanted: { node?: boolean; context?: boolean }): unknown {
  if (!isObject(answer)) return answer;
  const { tag, surface, ...rest } = answer;
  return {
    ...rest,
    ...(wanted.node && { node: nodeObject(link, tag, surface) }),
    ...(wanted.context && { context: contextObject(link, tag, surface) }),
  };
}
