import type { FileChange, FileEntry } from '@terrarium/runtime/protocol';
import type { Owner } from '../storage/index.ts';

/** `limit`: the quota. `missing`: what is to be moved is not there. */
export type FileOutcome = 'ok' | 'limit' | 'missing';

/** Files of programs, by names as in protocol/files. What resolves is durable. Rejects only when the store itself fails. */
export interface Files {
  /** Every file and directory of an owner, sorted by path. */
  list(owner: Owner): Promise<readonly FileEntry[]>;
  stat(owner: Owner, path: string): Promise<FileEntry | undefined>;
  /** At most `length` bytes from `from` on. Undefined when there is no such file. */
  read(owner: Owner, path: string, from: number, length: number): Promise<Uint8Array | undefined>;
  /** All changes or none, in order. */
  change(owner: Owner, changes: readonly FileChange[]): Promise<FileOutcome>;
  /** A part of a file that arrives in pieces, as `write` but without base64. */
  write(owner: Owner, path: string, at: number, bytes: Uint8Array, end: boolean): Promise<FileOutcome>;
  /** Bytes that count for the quota. */
  used(owner: Owner): Promise<number>;
  /** Forgets temporary files that nothing has written for `ageMs`. */
  sweep(ageMs: number): Promise<void>;
}
