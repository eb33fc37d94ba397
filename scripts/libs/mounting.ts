import type { Json } from '@terrarium/runtime/protocol';

/** How a component is put on a page, where the tag alone would draw nothing or do nothing. */
export interface Mounting {
  /** WXML around and inside it; the first tag of its own name is the component under test. Default: the bare tag. */
  readonly markup?: string;
  /** Page data that the markup binds. */
  readonly data?: Readonly<Record<string, Json>>;
  /** What `onReady` of the page does, as source; `this` is the page. */
  readonly ready?: string;
  /** Modules for `ready`: name → specifier. */
  readonly requires?: Readonly<Record<string, string>>;
  /** Properties that keep their values, because changing them at random means nothing: closes it, needs a set. */
  readonly keeps?: readonly string[];
  /** Why it fails, where the fault is not ours; told with its errors. */
  readonly known?: string;
  /** It draws nothing by itself: it styles its parent, or shows only on command. Says why. */
  readonly drawsNothing?: string;
}

export type Mountings = Readonly<Record<string, Mounting>>;
