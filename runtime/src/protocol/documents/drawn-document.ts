import { readWords } from './word-list.ts';

/** What one component declares, as word lists. */
export interface DrawnDocument {
  /** `name`, or `name(value|value)` when only some documented values do something. */
  readonly attributes?: string;
  readonly events?: string;
  /** What has nothing to do here: attributes, their values as `name=value`, events as `bind:name`. */
  readonly noEffect?: string;
  /** Attributes among those that programs would miss; `*`: the component itself. `wx.canIUse` says no to them. */
  readonly notHere?: string;
}

/** The same, read. */
export interface DrawnTag {
  /** Attribute → the documented values of it that do something; undefined when it has no list of values. */
  readonly attributes: ReadonlyMap<string, readonly string[] | undefined>;
  readonly events: ReadonlySet<string>;
  readonly noEffect: ReadonlySet<string>;
  readonly notHere: ReadonlySet<string>;
}

export function readDrawnDocument({ attributes, events, noEffect, notHere }: DrawnDocument): DrawnTag {
  return {
    attributes: new Map(readWords(attributes).map(({ name, options }) => [name, options])),
    events: new Set(readWords(events).map(({ name }) => name)),
    noEffect: new Set(readWords(noEffect).map(({ name }) => name)),
    notHere: new Set(readWords(notHere).map(({ name }) => name)),
  };
}
