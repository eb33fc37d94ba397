import { canvasCommands } from '../../protocol/canvas.ts';
import { parse, stringify } from '../intrinsics.ts';

/** What a program has drawn and not sent yet: one list for all its canvases, in the order of the calls. */
export interface Commands {
  /** The list, with `surface` as what the next commands draw on. */
  on(surface: number): unknown[];
  /** Sends what has gathered. Throws what the door refuses; the list is empty all the same. */
  flush(): string;
  /** Sends all, the last of it being a question, and gives its answer. */
  ask(): unknown;
}

/** Beyond this many entries a list leaves before the turn is over, so that it stays small in the guest's memory. */
const most = 40_000;

export function createCommands(draw: (text: string) => string): Commands {
  let list: unknown[] = [];
  let target = 0;
  const flush = (): string => {
    if (list.length === 0) return '';
    const sent = list;
    list = [];
    return draw(stringify(sent) ?? '[]');
  };
  return {
    on(surface) {
      if (list.length > most) flush();
      if (surface !== target || list.length === 0) {
        list.push(commandOf('target'), surface);
        target = surface;
      }
      return list;
    },
    flush,
    ask() {
      const answer = flush();
      return answer === '' ? undefined : parse(answer);
    },
  };
}

/** Number of a command of the table. */
export function commandOf(name: string): number {
  return canvasCommands[name] ?? -9;
}
