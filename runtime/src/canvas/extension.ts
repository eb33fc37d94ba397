import { canvasArity, canvasLimits, canvasNames, type FromCanvas, type ToCanvas } from '../protocol/canvas.ts';
import { TerrariumError } from '../protocol/index.ts';
import type { DoorExtension, ExtensionRoom, OpenExtension } from '../sandbox/extension.ts';
import { CommandReader } from './command-reader.ts';
import { addFont } from './fonts.ts';
import { createFrameClock } from './frame-clock.ts';
import { createStock, type Stock } from './stock.ts';
import type { CreateSurface } from './surface.ts';

/** `library` is the source of the guest's side. */
export function canvasExtension(createSurface: CreateSurface, library: string): DoorExtension {
  return { name: 'canvas', library, open: (room) => openCanvas(createSurface, room) };
}

const mostWarnings = 20;
const frame = canvasNames.indexOf('frame');

function openCanvas(createSurface: CreateSurface, room: ExtensionRoom): OpenExtension {
  const warned = new Set<string>();
  const warn = (message: string) => {
    if (warned.has(message) || warned.size >= mostWarnings) return;
    warned.add(message);
    room.log({ level: 'warn', text: `canvas: ${message.slice(0, 300)}` });
  };
  const stock = createStock(createSurface, warn);
  const clock = createFrameClock(room);
  let target = 0;
  /** Of this turn. */
  let used = 0;

  const post = (message: FromCanvas, transfer?: readonly object[]) => room.post(message, transfer);

  const runOne = (name: string, reader: CommandReader): string | undefined => {
    switch (name) {
      case 'target':
        target = reader.number(0);
        return undefined;
      case 'offscreen':
        stock.make(reader.number(0), reader.number(1), reader.number(2));
        return undefined;
      case 'drop':
        stock.drop(reader.number(0));
        return undefined;
      case 'dropImage':
        stock.dropPicture(reader.number(0));
        return undefined;
      case 'resize':
        stock.resize(target, reader.number(0), reader.number(1));
        return undefined;
      case 'clean':
        stock.surface(target)?.clean();
        return undefined;
      case 'export':
        exportFile(stock, target, reader, post);
        return undefined;
      default:
        return stock.surface(target)?.run(name, reader);
    }
  };

  const run = (list: readonly unknown[]): string => {
    const reader = new CommandReader(list);
    let answer = '';
    while (!reader.ended) {
      const command = reader.command();
      const name = canvasNames[command];
      if (name === undefined) throw new TerrariumError('BAD_ARGUMENT', `canvas: there is no command ${command}`);
      if (command === frame) clock.ask();
      else {
        try {
          answer = runOne(name, reader) ?? answer;
        } catch (error) {
          if (isOurs(error)) throw error;
          // The browser refuses a value, a negative radius for example. The rest is drawn.
          warn(`${name}: ${error instanceof Error ? error.message : String(error)}`);
        }
      }
      reader.skip(canvasArity[command] ?? 0);
    }
    return answer;
  };

  return {
    startTurn() {
      used = 0;
    },
    call(text) {
      const list: unknown = parse(text);
      if (!Array.isArray(list)) throw new TerrariumError('BAD_ARGUMENT', 'canvas: commands are a JSON list');
      // Texts count too: a list may hold few and large ones.
      used += list.length + Math.floor(text.length / 16);
      if (used > canvasLimits.turn) {
        throw new TerrariumError('LIMIT_RATE', 'canvas: one turn drew more than can be drawn: draw less at a time');
      }
      return run(list);
    },
    receive(data) {
      if (!isToCanvas(data)) return;
      if (data.kind === 'surface') stock.add(data.id, data.surface, data.old);
      else if (data.kind === 'box') stock.surface(data.id)?.setBox(data.box);
      else if (data.kind === 'gone') stock.drop(data.id);
      else if (data.kind === 'picture') stock.addPicture(data.id, data.bitmap);
      else {
        addFont(data, warn).then(() => {
          stock.fontsChanged();
          post({ kind: 'font', id: data.id });
        });
      }
    },
  };
}

function exportFile(
  stock: Stock,
  target: number,
  reader: CommandReader,
  post: (message: FromCanvas, transfer?: readonly object[]) => void,
): void {
  const id = reader.number(0);
  const surface = stock.surface(target);
  const side = (index: number) => Math.min(canvasLimits.side, Math.max(1, Math.round(reader.number(index) || 1)));
  const quality = reader.number(8);
  const type = reader.number(7) === 1 ? 'image/jpeg' : 'image/png';
  const made = surface?.toFile({
    ...{ x: reader.number(1) || 0, y: reader.number(2) || 0, width: reader.number(3), height: reader.number(4) },
    ...{ fileWidth: side(5), fileHeight: side(6), type },
    quality: quality > 0 && quality <= 1 ? quality : undefined,
  });
  (made ?? Promise.reject(new Error('the canvas is gone'))).then(
    (bytes) => post({ kind: 'exported', id, bytes, type }, [bytes]),
    () => post({ kind: 'exported', id, type }),
  );
}

/** What must not pass for a refusal of the browser: ours, and a stack at its end, which may have stopped anything. */
function isOurs(error: unknown): boolean {
  return error instanceof TerrariumError || (error instanceof RangeError && /stack/i.test(error.message));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new TerrariumError('BAD_ARGUMENT', 'canvas: commands are a JSON list');
  }
}

/** From our own player: only told apart from messages of another version. */
function isToCanvas(data: unknown): data is ToCanvas {
  return typeof data === 'object' && data !== null && 'kind' in data;
}
