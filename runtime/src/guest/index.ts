/**
 * Does: gives a mini-program its world inside the engine: modules, App, Page, Component, data, blocks, events, wx.
 * Does not: draw, decide what a program may do, or hold anything worth taking: it runs in the hostile realm.
 * Owns: the component tree and the semantics of setData, lifecycles and events.
 */
export { createEntry } from './entry.ts';
export type { Account, AppEvents, ViewRoot, WxLink } from './wx-link.ts';
