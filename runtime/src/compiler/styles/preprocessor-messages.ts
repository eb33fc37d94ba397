import type { Preprocessed, StyleFile, StyleMessage } from './preprocessor.ts';

/** Compiler → worker. `bell` is rung when an answer has been posted: the worker sleeps on it meanwhile. */
export type ToPreprocessor =
  | { readonly kind: 'compile'; readonly file: StyleFile; readonly bell: Int32Array<SharedArrayBuffer> }
  | { readonly kind: 'answer'; readonly text: string | undefined };

export type StyleQuestion =
  | { readonly kind: 'find'; readonly from: string; readonly url: string }
  | { readonly kind: 'read'; readonly path: string };

/** Milliseconds, comparable between threads. */
export const threadTime = (): number => performance.timeOrigin + performance.now();

/** Worker → compiler. `askedAt` is a `threadTime`: waiting for an answer is not counted as work. */
export type FromPreprocessor =
  /** Less or Sass is loaded: from now on it is the style sheet that takes its time. */
  | { readonly kind: 'started' }
  | { readonly kind: 'ask'; readonly question: StyleQuestion; readonly askedAt: number }
  | { readonly kind: 'warn'; readonly warning: StyleMessage }
  | { readonly kind: 'done'; readonly result: Preprocessed }
  | { readonly kind: 'refused'; readonly at: StyleMessage }
  /** Our own mistake, or the preprocessor's. */
  | { readonly kind: 'failed'; readonly message: string };
