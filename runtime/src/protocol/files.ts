import * as v from 'valibot';

/**
 * A program's files. Their names as everybody but the program uses them: `usr/…` what it writes, `store/…` what it
 * saved, `tmp/…` what lasts as long as it runs, `package/…` its code package. Programs write `wxfile://usr/…`,
 * `http://tmp/…` or a plain path of the package.
 */
export const fileLimits = {
  /** `usr` and `store` together, for each user and program. */
  totalBytes: 200 * 1024 * 1024,
  /** One file, as documented. */
  fileBytes: 100 * 1024 * 1024,
  /** `tmp`: what is oldest goes when there is more. */
  temporaryBytes: 256 * 1024 * 1024,
  /** Files and directories. */
  entries: 20_000,
  nameCharacters: 255,
  pathCharacters: 1_024,
  /** Bytes of a file that travel in one message. */
  pieceBytes: 2 * 1024 * 1024,
} as const;

/** A name of a program's as ours. Undefined when it cannot be the name of a file: `..`, control characters, too long. */
export function fileName(written: string): string | undefined {
  const text = written.replace(/^(?:wxfile|http):\/\/(usr|tmp|store)(?:[/_]|$)/, '$1/').replace(/[?#].*$/, '');
  const named = /^(?:usr|tmp|store)\//.test(text) && text !== written;
  if (!named && /^[a-z][a-z0-9+.-]*:/i.test(text)) return undefined;
  const path = (named ? text : `package/${text}`).normalize('NFC');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: refusing control characters is the point
  if (path.length > fileLimits.pathCharacters || /[\u0000-\u001f\u007f\\]/.test(path)) return undefined;
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  if (parts.some((part) => part === '..' || part.length > fileLimits.nameCharacters)) return undefined;
  return parts.join('/');
}

/** Our name as programs read it. */
export function writtenName(name: string): string {
  if (name.startsWith('package/')) return name.slice('package/'.length);
  return name === 'tmp' || name.startsWith('tmp/') ? `http://${name}` : `wxfile://${name}`;
}

const path = v.pipe(
  v.string(),
  v.maxLength(fileLimits.pathCharacters),
  v.check((name) => /^(?:usr|tmp|store)\/./.test(name) && fileName(`wxfile://${name}`) === name, 'a file name'),
);
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(fileLimits.totalBytes));

/** One change of the files that are kept, in the order in which they were made. */
export const fileChangeSchema = v.variant('do', [
  /** Bytes from `at` on; with `end` nothing is left behind them. What lies between the old end and `at` is zero. */
  v.strictObject({ do: v.literal('write'), path, at: count, base64: v.string(), end: v.boolean() }),
  v.strictObject({ do: v.literal('directory'), path }),
  /** With everything below it. */
  v.strictObject({ do: v.literal('remove'), path }),
  /** With everything below it; replaces what is at `to`. */
  v.strictObject({ do: v.literal('move'), path, to: path }),
]);
export type FileChange = v.InferOutput<typeof fileChangeSchema>;

/** A file or directory that is kept. Times in milliseconds since 1970. */
export const fileEntrySchema = v.object({
  path: v.string(),
  directory: v.boolean(),
  size: v.number(),
  modified: v.number(),
});
export type FileEntry = v.InferOutput<typeof fileEntrySchema>;

/** A file or directory on its way into the worker's copy. */
export interface FileArrival {
  readonly path: string;
  /** Absent for a directory. */
  readonly bytes?: Uint8Array<ArrayBuffer> | undefined;
  readonly modified: number;
  /** The host keeps it too, so that moving it need not carry its bytes there. */
  readonly kept: boolean;
}

/** Player → the worker's files: these are there now. */
export interface ToFiles {
  readonly kind: 'arrive';
  readonly entries: readonly FileArrival[];
}

/** A change with its bytes as they are; the player writes it as `FileChange`, in pieces. */
export type MadeChange =
  | {
      readonly do: 'write';
      readonly path: string;
      readonly at: number;
      readonly bytes: Uint8Array;
      readonly end: boolean;
    }
  | Exclude<FileChange, { do: 'write' }>;

/** The worker's files → player: to be kept, in order. Answered to the guest by the notice `files` with the ticket. */
export interface FromFiles {
  readonly kind: 'changed';
  readonly ticket: number;
  readonly changes: readonly MadeChange[];
}
