import { canvasCommands } from '../../protocol/canvas.ts';
import { parse, stringify } from '../intrinsics.ts';
import type { CanvasKit } from './types.ts';

/** What a program has drawn and not sent yet: one list for all its canvases, in the order of the calls. */
export interface Commands {
  /** The list, with `surface` as what the next commands draw on, and room for `byteCount` bytes beside it. */
  on(surface: number, byteCount?: number): unknown[];
  /** Copies bytes beside the list, where `on` made room, and gives their place. */
  put(bytes: Uint8Array): number;
  /** Sends what has gathered. Throws what the door refuses; the list is empty all the same. */
  flush(): string;
  /** Sends all, the last of it being a question, and gives its answer. */
  ask(): unknown;
  /** As `ask`, of a question that is answered in bytes; undefined when it was not. */
  askBytes(): ArrayBuffer | undefined;
}

/** Beyond this many entries, or bytes, a list leaves before the turn is over, so that it stays small in the guest's memory. */
const most = 40_000;
const mostBytes = 4_194_304;
/** What room for bytes is kept from one turn to the next. */
const bytesKept = 262_144;
/** Numbers of any kind begin at such a multiple. */
const alignment = 8;

export function createCommands(draw: CanvasKit['draw']): Commands {
  let list: unknown[] = [];
  let target = 0;
  let bytes = new Uint8Array(16_384);
  let used = 0;
  const send = (): string | ArrayBuffer => {
    if (list.length === 0) return '';
    const [sent, beside] = [list, used > 0 ? bytes.buffer : undefined];
    list = [];
    used = 0;
    if (bytes.length > bytesKept) bytes = new Uint8Array(16_384);
    return draw(stringify(sent) ?? '[]', beside);
  };
  const flush = (): string => {
    const answer = send();
    return typeof answer === 'string' ? answer : '';
  };
  return {
    on(surface, byteCount = 0) {
      if (list.length > most || (used > 0 && used + byteCount > mostBytes)) flush();
      if (surface !== target || list.length === 0) {
        list.push(commandOf('target'), surface);
        target = surface;
      }
      return list;
    },
    put(given) {
      const at = used;
      const end = at + given.length;
      if (end > bytes.length) {
        const larger = new Uint8Array(Math.max(end, Math.min(bytes.length * 2, mostBytes)));
        larger.set(bytes.subarray(0, at));
        bytes = larger;
      }
      bytes.set(given, at);
      used = Math.ceil(end / alignment) * alignment;
      return at;
    },
    flush,
    ask() {
      const answer = flush();
      return answer === '' ? undefined : parse(answer);
    },
    askBytes() {
      const answer = send();
      return typeof answer === 'string' ? undefined : answer;
    },
  };
}

/** Number of a command of the table. */
export function commandOf(name: string): number {
  return canvasCommands[name] ?? -9;
}
