import { isArray, isFunction } from '../intrinsics.ts';
import { failed, method } from '../wx/method.ts';
import type { WxLink } from '../wx-link.ts';
import type { FindCanvas } from './canvas-files.ts';
import { type Commands, commandOf } from './commands.ts';
import { Context2D } from './context.ts';
import { defineMethods } from './define-methods.ts';
import { Paint } from './paint.ts';
import type { Pictures } from './pictures.ts';

export interface OldContextParts {
  readonly commands: Commands;
  readonly pictures: Pictures;
  /** Finds the canvas in the page; `done` gets its surface, undefined when there is none. */
  attach(done: (surface: number | undefined) => void): void;
  /** Runs the program's code. */
  guard(where: string, run: (...values: readonly unknown[]) => unknown): void;
}

/**
 * What `wx.createCanvasContext` gives: it keeps what is drawn, without a canvas, until `draw()`. Colours, lines and
 * text are set by methods, and by properties too.
 */
export class OldContext extends Context2D {
  readonly #parts: OldContextParts;
  #recorded: unknown[] = [];
  /** Pictures of this drawing that are still on their way. */
  #coming = 0;
  #whenThere: (() => void)[] = [];
  /** What was set, for who asks: the state itself is far away. */
  readonly #set = new Map<string, unknown>();
  /** Drawings under way, in order. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(parts: OldContextParts) {
    super(parts.commands, 0);
    this.#parts = parts;
  }

  override commands(): unknown[] {
    return this.#recorded;
  }

  /** Text is measured on the scratch surface, with the font that was set. */
  override ask(...question: unknown[]): unknown {
    const { commands } = this.#parts;
    commands.on(0).push(font, this.#set.get('font') ?? '10px sans-serif', ...question);
    return commands.ask();
  }

  override read(name: string): unknown {
    return this.#set.has(name) ? this.#set.get(name) : super.read(name);
  }

  override assign(name: string, value: unknown): void {
    this.#set.set(name, value);
    super.assign(name, value);
  }

  /** Old programs draw by address; the drawing then waits for the picture. */
  override source(image: unknown): readonly [number, number] | undefined {
    if (typeof image !== 'string') return super.source(image);
    this.#coming += 1;
    const id = this.#parts.pictures.at(image, () => {
      this.#coming -= 1;
      if (this.#coming > 0) return;
      for (const there of this.#whenThere.splice(0)) there();
    });
    return [0, id];
  }

  /** What has gathered so far, for `wx.drawCanvas`. */
  getActions(): unknown[] {
    return [new Drawing([...this.#recorded], this.#picturesThere())];
  }

  clearActions(): void {
    this.#recorded = [];
  }

  #picturesThere(): Promise<void> {
    return new Promise((resolve) => {
      if (this.#coming === 0) resolve();
      else this.#whenThere.push(resolve);
    });
  }

  draw(reserve?: unknown, callback?: unknown): void {
    // Before what is awaited: another drawing may begin at once.
    const drawing = new Drawing(this.#recorded, this.#picturesThere());
    this.#recorded = [];
    if (reserve !== true) this.forget();
    const { commands, attach, guard } = this.#parts;
    const after = this.#last;
    this.#last = Promise.all([after, drawing.there]).then(
      () =>
        new Promise<void>((resolve) => {
          attach((surface) => {
            if (surface !== undefined) paint(commands, surface, [drawing], reserve === true);
            const done = isFunction(reserve) ? reserve : callback;
            if (isFunction(done)) guard('callback of CanvasContext.draw', done);
            resolve();
          });
        }),
    );
  }
}

const font = commandOf('font');
const clean = commandOf('clean');

/** Commands that were gathered without a canvas, and when the pictures in them are there. */
class Drawing {
  readonly list: readonly unknown[];
  readonly there: Promise<void>;

  constructor(list: readonly unknown[], there: Promise<void>) {
    this.list = list;
    this.there = there;
  }
}

function paint(commands: Commands, surface: number, drawings: readonly Drawing[], reserve: boolean): void {
  if (!reserve) commands.on(surface).push(clean);
  for (const drawing of drawings) {
    const list = commands.on(surface);
    for (const part of drawing.list) list.push(part);
  }
  try {
    commands.flush();
  } catch {
    // What the door refuses it has told the author.
  }
}

/**
 * `wx.createContext` and `wx.drawCanvas`, of before there was `createCanvasContext`: a context without a canvas, and a
 * call that draws what several of them have gathered. Gone from the documentation, and still called.
 */
export function oldestMembers(link: WxLink, find: FindCanvas, parts: Omit<OldContextParts, 'attach'>) {
  let last: Promise<unknown> = Promise.resolve();
  return {
    createContext: () => new OldContext({ ...parts, attach: (done) => done(undefined) }),
    drawCanvas: (given?: unknown, component?: unknown) =>
      method(link, 'drawCanvas', ({ canvasId, actions, reserve }, settle) => {
        const drawings = (isArray(actions) ? actions : []).filter((one) => one instanceof Drawing);
        last = Promise.all([last, ...drawings.map(({ there }) => there)]).then(
          () =>
            new Promise<void>((resolve) => {
              find(String(canvasId), component, (found) => {
                if (found) paint(parts.commands, found.surface, drawings, reserve === true);
                settle(found ? { ok: true, result: {} } : failed('fail canvas is empty'));
                resolve();
              });
            }),
        );
      })(given),
  };
}

/** `setFillStyle` and kin: a method for each property. */
const setters =
  'fillStyle strokeStyle lineWidth lineCap lineJoin miterLimit globalAlpha textAlign textBaseline globalCompositeOperation';
for (const name of setters.split(' ')) {
  defineMethods(OldContext.prototype, {
    [`set${name.charAt(0).toUpperCase()}${name.slice(1)}`](this: OldContext, value: unknown): void {
      // The baseline of every other canvas is called `normal` here.
      this.assign(name, value === 'normal' ? 'alphabetic' : value);
    },
  });
}

defineMethods(OldContext.prototype, {
  setFontSize(this: OldContext, size: unknown): void {
    this.assign('font', String(this.read('font') ?? '10px sans-serif').replace(/[\d.]+px/, `${Number(size) || 10}px`));
  },
  setShadow(this: OldContext, x: unknown, y: unknown, blur: unknown, colour: unknown): void {
    this.assign('shadowOffsetX', x);
    this.assign('shadowOffsetY', y);
    this.assign('shadowBlur', blur);
    this.assign('shadowColor', colour);
  },
  setLineDash(this: OldContext, segments: unknown, offset: unknown): void {
    if (isArray(segments)) this.commands().push(lineDash, segments.map(Number));
    if (offset !== undefined) this.assign('lineDashOffset', offset);
  },
  createCircularGradient: (x: unknown, y: unknown, radius: unknown): Paint =>
    new Paint([1, Number(x), Number(y), 0, Number(x), Number(y), Number(radius)], []),
});

const lineDash = commandOf('setLineDash');
