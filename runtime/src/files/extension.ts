import type { FromFiles, ToFiles } from '../protocol/files.ts';
import { TerrariumError } from '../protocol/index.ts';
import type { DoorExtension, ExtensionRoom, OpenExtension } from '../sandbox/extension.ts';
import { createDescriptors } from './descriptors.ts';
import { decodeBase64, encodeBase64, fromLatin1, wordsOf } from './encodings.ts';
import { FileRefusal, refusals } from './file-refusal.ts';
import { FileTree } from './file-tree.ts';
import { type Given, operations } from './operations.ts';
import { unzip } from './unzip.ts';

/** `library` is the source of the guest's side. */
export function filesExtension(library: string): DoorExtension {
  return { name: 'files', library, open: openFiles };
}

/** Bytes that the operations of one turn may read and write together. */
const turnBytes = 512 * 1024 * 1024;

/**
 * Answers `[operation, given]` with `{result}`, `{refused, errno}` or, for what the host has to keep, `{result, ticket}`:
 * the notice `files` with that ticket says that it is kept.
 */
function openFiles(room: ExtensionRoom): OpenExtension {
  const files = new FileTree(Date.now);
  const open = createDescriptors();
  let lastTicket = 0;
  let used = 0;

  const keep = (): number | undefined => {
    const changes = files.takeChanges();
    if (changes.length === 0) return undefined;
    lastTicket += 1;
    const message: FromFiles = { kind: 'changed', ticket: lastTicket, changes };
    room.post(message);
    return lastTicket;
  };
  const unpack = async (ticket: number, { zipFilePath, targetPath }: Given): Promise<void> => {
    const tell = (error?: { readonly errMsg: string; readonly errno: number }) =>
      room.deliver([{ kind: 'notify', name: 'files', data: { ticket, ...(error && { error }) } }]);
    try {
      const target = files.own(targetPath);
      const from = files.place(zipFilePath);
      for (const { path, bytes } of await unzip(files.bytes(from), from.written)) {
        const place = files.own(`${target.written.replace(/\/$/, '')}/${path}`);
        if (path.endsWith('/')) files.makeDirectory(place, true);
        else {
          files.makeDirectory(files.own(place.written.slice(0, place.written.lastIndexOf('/'))), true);
          files.write(place, 0, bytes, true);
        }
      }
      keep();
      tell();
    } catch (error) {
      // What was unpacked so far is there, as when an archive is cut off on a phone.
      keep();
      const { message, errno } = error instanceof FileRefusal ? error : refusals.zip(String(zipFilePath).slice(0, 200));
      tell({ errMsg: `fail ${message}`, errno });
    }
  };

  const run = (name: string, given: Given): object => {
    if (name === 'base64') return { result: encodeBase64(fromLatin1(String(given.latin1))) };
    if (name === 'words') return { result: wordsOf(decodeBase64(String(given.base64))) };
    if (name === 'unzip') {
      lastTicket += 1;
      void unpack(lastTicket, given);
      return { result: {}, ticket: lastTicket };
    }
    const operation = operations.get(name);
    if (operation === undefined) return { refused: 'not supported' };
    try {
      const result = operation(files, given, open);
      return { result, ticket: keep() };
    } catch (error) {
      if (error instanceof FileRefusal) return { refused: error.message, errno: error.errno };
      throw error;
    }
  };

  return {
    startTurn() {
      used = 0;
    },
    call(text) {
      const [name, given] = parse(text);
      const answer = JSON.stringify(run(name, given));
      used += text.length + answer.length;
      if (used > turnBytes) {
        throw new TerrariumError('LIMIT_RATE', 'files: one turn read and wrote more than it may: do less at a time');
      }
      return answer;
    },
    receive(data) {
      if (!isToFiles(data)) return;
      for (const entry of data.entries) files.arrive(entry);
    },
  };
}

function parse(text: string): [string, Given] {
  try {
    const value: unknown = JSON.parse(text);
    if (Array.isArray(value) && typeof value[0] === 'string' && typeof value[1] === 'object' && value[1] !== null) {
      return [value[0], value[1]];
    }
  } catch {
    // The same as what does not fit.
  }
  throw new TerrariumError('BAD_ARGUMENT', 'files: an operation is a JSON list of its name and what it takes');
}

/** From our own player: only told apart from messages of another version. */
function isToFiles(data: unknown): data is ToFiles {
  return typeof data === 'object' && data !== null && 'kind' in data && data.kind === 'arrive';
}
