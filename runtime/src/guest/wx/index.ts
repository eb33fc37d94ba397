/**
 * Does: makes the `wx` object of a program: callbacks and promises, error texts, the storage mirror.
 * Does not: decide what a program may do; whatever leaves goes through the link to player and host.
 * Owns: the shape of every `wx` member as a program sees it.
 */
export { createWx } from './create-wx.ts';
export type { EventChannel } from './event-channel.ts';
export { createMediaQueryObserver } from './media-query-observer.ts';
export { jsonOf } from './method.ts';
export { createSelectorQuery, type SelectorQuery } from './selector-query.ts';
