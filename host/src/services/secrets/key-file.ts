import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { TerrariumError } from '@terrarium/runtime/protocol';

/**
 * The keys that data at rest is encrypted with, the first one first: 64 hex digits a line, in a file only its owner can
 * read. Made on first use and durable before it is used, because data under a lost key is lost. A line that is added at the
 * end is what is sealed with from then on; no line may go while something sealed with it is kept. Throws UNAVAILABLE.
 */
export function readKeyFile(file: string): Keys {
  const present = read(file);
  if (present !== undefined) return present;
  const temporary = `${file}.${randomBytes(6).toString('hex')}`;
  const descriptor = openSync(temporary, 'wx', 0o600);
  try {
    writeSync(descriptor, `${randomBytes(32).toString('hex')}\n`);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  try {
    // A link fails where a rename would replace: of two hosts that start at once, one key wins and both use it.
    linkSync(temporary, file);
    syncFolder(dirname(file));
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  } finally {
    rmSync(temporary);
  }
  return read(file) ?? refuse(file);
}

/** At least one. */
export type Keys = readonly [first: string, ...newer: string[]];

function read(file: string): Keys | undefined {
  try {
    const [first, ...newer] = readFileSync(file, 'utf8').trim().split(/\s+/);
    const good = [first, ...newer].every((key) => /^[0-9a-f]{64}$/.test(key ?? ''));
    return good && first !== undefined ? [first, ...newer] : refuse(file);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function refuse(file: string): never {
  throw new TerrariumError(
    'UNAVAILABLE',
    `The key file ${file} does not hold 64 hex digits a line. Restore it from a copy; without it the stored data cannot be read.`,
  );
}

function syncFolder(folder: string): void {
  // Windows cannot open a folder; its file system journals the name by itself.
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
