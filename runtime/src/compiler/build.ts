import type { Manifest, Position, Problem } from '../protocol/index.ts';

/** Worth the author's attention; the build goes on. Beside the error codes it knows a few of its own, hence the wider `code`. */
export interface Warning {
  /** An `ErrorCode`, a template's code such as `WXML`, `UNSUPPORTED_COMPONENT`, or `STYLE`, `ASSET`, `CONFIG`. */
  readonly code: string;
  readonly message: string;
  readonly position?: Position | undefined;
  readonly sourceLine?: string | undefined;
}

/** What one build gave. Positions are relative to the project folder, with forward slashes. */
export interface Build {
  /** False exactly when there are problems: then `files` is empty and the caller keeps the last good build. */
  readonly ok: boolean;
  /** Every file of the package by path, `manifest.json` included. Callers do not write into the bytes. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly manifest?: Manifest | undefined;
  /** SHA-256 of manifest.json, lower-case hex; empty when not ok. */
  readonly digest: string;
  readonly problems: readonly Problem[];
  readonly warnings: readonly Warning[];
  /** Absolute paths of the files that were read, sorted. */
  readonly inputs: readonly string[];
}
