import { canvasArity, canvasLimits, canvasNames, type FromCanvas, type ToCanvas } from '../protocol/canvas.ts';
import { TerrariumError } from '../protocol/index.ts';
import { webGlArity, webGlAttributes, webGlFirst } from '../protocol/webgl.ts';
import type { DoorExtension, ExtensionRoom, OpenExtension } from '../sandbox/extension.ts';
import { CommandReader } from './command-reader.ts';
import { addFont } from './fonts.ts';
import { createFrameClock } from './frame-clock.ts';
import { createStock, type Stock } from './stock.ts';
import type { CreateSurface } from './surface.ts';

/** The guest's side: its source, and that of what only programs with WebGL need. */
export interface CanvasLibraries {
  readonly canvas: string;
  readonly webGl: string;
}

export function canvasExtension(createSurface: CreateSurface, { canvas, webGl }: CanvasLibraries): DoorExtension {
  return { name: 'canvas', library: canvas, open: (room) => openCanvas(createSurface, webGl, room) };
}

type Answer = string | Uint8Array<ArrayBuffer>;

const mostWarnings = 20;
const frame = canvasNames.indexOf('frame');

function openCanvas(createSurface: CreateSurface, webGlLibrary: string, room: ExtensionRoom): OpenExtension {
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

  const runOne = (name: string, reader: CommandReader): Answer | undefined => {
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
      case 'webGlLibrary':
        return webGlLibrary;
      case 'openWebGl':
        return openWebGl(stock, target, reader);
      case 'forgetWebGl':
        stock.surface(target)?.webGl?.forget(reader.number(0));
        return undefined;
      default:
        return stock.surface(target)?.run(name, reader);
    }
  };

  const run = (list: readonly unknown[], bytes: Uint8Array | undefined): Answer => {
    const reader = new CommandReader(list, bytes);
    let answer: Answer = '';
    while (!reader.ended) {
      const command = reader.command();
      const webGl = webGlArity[command - webGlFirst];
      const name = canvasNames[command];
      const arity = webGl ?? canvasArity[command];
      if (arity === undefined) throw new TerrariumError('BAD_ARGUMENT', `canvas: there is no command ${command}`);
      if (command === frame) clock.ask();
      else {
        try {
          answer =
            (name === undefined ? stock.surface(target)?.webGl?.run(command, reader) : runOne(name, reader)) ?? answer;
        } catch (error) {
          if (isOurs(error)) throw error;
          // The browser refuses a value, a negative radius for example. The rest is drawn.
          warn(`${name ?? 'WebGL'}: ${error instanceof Error ? error.message : String(error)}`);
        }
      }
      reader.skip(arity);
    }
    return answer;
  };

  return {
    startTurn() {
      used = 0;
    },
    call(text, bytes) {
      const list: unknown = parse(text);
      if (!Array.isArray(list)) throw new TerrariumError('BAD_ARGUMENT', 'canvas: commands are a JSON list');
      // Texts count too: a list may hold few and large ones.
      used += list.length + Math.floor(text.length / 16);
      if (used > canvasLimits.turn) {
        throw new TerrariumError('LIMIT_RATE', 'canvas: one turn drew more than can be drawn: draw less at a time');
      }
      return run(list, bytes);
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

/** `[version, flags]`: true, false or null by place, as in `webGlAttributes`. Answers the constants, or null. */
function openWebGl(stock: Stock, target: number, reader: CommandReader): string {
  const flags = reader.list(1);
  const attributes = new Map(
    webGlAttributes.flatMap((name, index) => {
      const flag = flags[index];
      return typeof flag === 'boolean' ? [[name, flag] as const] : [];
    }),
  );
  const webGl = stock.surface(target)?.openWebGl(reader.number(0) === 2 ? 2 : 1, attributes);
  return JSON.stringify(webGl && !webGl.lost ? webGl.constants : null);
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
