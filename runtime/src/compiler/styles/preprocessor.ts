/** CSS that Less or Sass made of a sheet and of all it imports. */
export interface Preprocessed {
  readonly css: string;
  /** Source map of `css`, version 3, as JSON text. Sources are package paths. */
  readonly map: string;
}

/** The sheet a preprocessor begins with. `path` is a package path. */
export interface StyleFile {
  readonly path: string;
  readonly text: string;
}

/** Longer sheets are left out, whoever wrote them. In characters. */
export const lengthLimit = 2 * 1024 * 1024;

/** Something a preprocessor has to say. `path` is a package path; line and column count from 1. */
export interface StyleMessage {
  readonly message: string;
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** What a preprocessor may ask for while it works on one sheet. */
export interface StyleReader {
  /** Package path of what `url` means in `from`. */
  find(from: string, url: string): string | undefined;
  /** Text of a file that `find` named. */
  read(path: string): string;
  warn(warning: StyleMessage): void;
}

/** A preprocessor gave up. */
export class StyleError extends Error {
  readonly at: StyleMessage;
  constructor(at: StyleMessage) {
    super(at.message);
    this.at = at;
  }
}
