import type { Position, Problem, Skeleton } from '../../protocol/index.ts';

/** One WXML file to compile. All paths are package paths: relative to the package root, no leading slash. */
export interface TemplateSource {
  /** For example `pages/index/index.wxml`. */
  readonly file: string;
  readonly text: string;
  /**
   * True when the tag, as written, is in `usingComponents` of this file's page, component or of the app. For
   * a file that is only imported: of any of its importers.
   */
  isComponent(tag: string): boolean;
  /** True when a style sheet of the program selects by this attribute, for example `data-theme`: it is then drawn. */
  readonly isSelected?: ((attribute: string) => boolean) | undefined;
  /** Text of a package file, `undefined` when there is none. Asked for `include`, `import` and `wxs src`. */
  readFile(path: string): string | undefined;
}

/** Like a `Problem`, but nothing stops: `code` is a `WarningCode`. */
export interface TemplateWarning {
  readonly code: TemplateWarningCode;
  /** What was found and what was made of it; the `UNSUPPORTED_` ones and `UNKNOWN_TAG` start with the name in quotes. */
  readonly message: string;
  readonly position: Position;
  readonly sourceLine: string;
}

export type TemplateWarningCode =
  | 'WXML' // malformed markup that was recovered
  | 'DIRECTIVE' // a wx: directive or attribute prefix that is misused or not supported
  | 'MISSING_FILE' // import, include or wxs src of a file that is not there
  | 'UNSUPPORTED_COMPONENT' // a built-in component this runtime does not draw yet
  | 'UNSUPPORTED_ATTRIBUTE' // a documented attribute, or a value of it, that does nothing yet
  | 'UNSUPPORTED_EVENT' // a documented event that is not raised yet
  | 'UNKNOWN_TAG'; // neither built-in nor declared: drawn as a neutral element

/** `<wxs module="m">…</wxs>`: the caller wraps `code` in `defineWxs(path, function (require, module, exports) {…})`. */
export interface InlineWxs {
  /** Unique name for `defineWxs`, for example `pages/index/index.wxml#m.wxs`; `requireWxs` is called with it. */
  readonly path: string;
  readonly module: string;
  readonly code: string;
  /** File that holds it, and where `code` starts in it (both from 1). */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export interface TagUse {
  /** As written. */
  readonly tag: string;
  readonly position: Position;
}

export interface CompiledTemplate {
  readonly file: string;
  /** `defineTemplate(…);` for the logic file, numbered from the place its skeletons got in the skeleton file. */
  unit(firstSkeleton: number): string;
  /** In block order; `unit(first)` names them `first`, `first + 1`, … */
  readonly skeletons: readonly Skeleton[];
  /** Existing `<import>` targets: each must be compiled to a unit of the same logic file. */
  readonly imports: readonly string[];
  /** Existing `<wxs src>` targets: each needs its `defineWxs`. */
  readonly wxsFiles: readonly string[];
  readonly inlineWxs: readonly InlineWxs[];
  /** First use of each tag that is not a built-in component. */
  readonly tags: readonly TagUse[];
  /** Every path `readFile` was asked for, present or not: compile again when one changes. */
  readonly inputs: readonly string[];
  /** Non-empty: the template cannot be used; `unit` and `skeletons` describe an empty one. */
  readonly problems: readonly Problem[];
  readonly warnings: readonly TemplateWarning[];
}
