import { defineProperty, isObject } from '../intrinsics.ts';
import { type Commands, commandOf } from './commands.ts';
import { defineMethods, defineNumberMethods, pathMethods, pathNumbers } from './define-methods.ts';
import { cut, emptyPixels, type Pixels, pixelsOf, readPixels, writePixels } from './image-data.ts';
import { matrixOf, Paint } from './paint.ts';
import { CanvasPath } from './path.ts';
import { sourceOf } from './source.ts';

type Style = 'fillStyle' | 'strokeStyle';
interface Styles {
  fillStyle: Paint | undefined;
  strokeStyle: Paint | undefined;
}

/** `CanvasRenderingContext2D`. Its members are filled in below, by tables. */
export class Context2D {
  readonly canvas: object | undefined;
  readonly #commands: Commands;
  readonly #surface: number;
  /** Gradients and patterns that are set: the worker knows only what they look like. */
  #styles: Styles = { fillStyle: undefined, strokeStyle: undefined };
  #saved: Styles[] = [];
  readonly #resend = { fillStyle: () => this.#send('fillStyle'), strokeStyle: () => this.#send('strokeStyle') };

  constructor(commands: Commands, surface: number, canvas?: object) {
    this.#commands = commands;
    this.#surface = surface;
    defineProperty(this, 'canvas', { value: canvas, enumerable: true });
  }

  commands(): unknown[] {
    return this.#commands.on(this.#surface);
  }

  /** Puts a question and gives its answer. */
  ask(...question: unknown[]): unknown {
    this.commands().push(...question);
    return this.#commands.ask();
  }

  read(name: string): unknown {
    return this.ask(command.read, name);
  }

  /** Sets a property; `value` may be anything. */
  assign(name: string, value: unknown): void {
    if (name === 'fillStyle' || name === 'strokeStyle') this.setStyle(name, value);
    else this.commands().push(commandOf(name), (makers.get(name) ?? String)(value));
  }

  /** What a program names as a picture, as commands name it. */
  source(image: unknown): readonly [kind: number, id: number] | undefined {
    return sourceOf(image);
  }

  /** Back to the state of a new one: its canvas has another size. */
  forget(): void {
    this.#styles = { fillStyle: undefined, strokeStyle: undefined };
    this.#saved = [];
  }

  style(name: Style): unknown {
    return this.#styles[name] ?? this.read(name);
  }

  setStyle(name: Style, value: unknown): void {
    this.#styles[name]?.unwatch(this.#resend[name]);
    if (value instanceof Paint) {
      this.#styles[name] = value;
      value.watch(this.#resend[name]);
      this.#send(name);
    } else {
      this.#styles[name] = undefined;
      this.commands().push(command[name], String(value));
    }
  }

  #send(name: Style): void {
    const paint = this.#styles[name];
    if (paint === undefined) return;
    // A copy: what is added to it later belongs to what is drawn later.
    const description = paint.description.map((part) => (Array.isArray(part) ? [...part] : part));
    this.commands().push(name === 'fillStyle' ? command.fillPaint : command.strokePaint, description);
  }

  save(): void {
    this.#saved.push({ ...this.#styles });
    this.commands().push(command.save);
  }

  restore(): void {
    this.#styles = this.#saved.pop() ?? this.#styles;
    this.commands().push(command.restore);
  }

  reset(): void {
    this.forget();
    this.commands().push(command.clean);
  }

  getImageData(x: unknown, y: unknown, width: unknown, height: unknown): Pixels {
    const pixels = emptyPixels(width, height);
    // A negative size reaches the other way.
    const left = Math.trunc(Number(x)) + Math.min(0, Math.trunc(Number(width)));
    const top = Math.trunc(Number(y)) + Math.min(0, Math.trunc(Number(height)));
    return readPixels(this.#commands, this.#surface, left, top, pixels);
  }

  putImageData(given: unknown, x: unknown, y: unknown, ...dirty: unknown[]): void {
    const pixels = isObject(given) ? pixelsOf(given.width, given.height, given.data) : undefined;
    if (pixels === undefined) throw new TypeError('putImageData needs an ImageData');
    if (dirty.length < 4) {
      writePixels(this.#commands, this.#surface, Math.trunc(Number(x)), Math.trunc(Number(y)), pixels);
      return;
    }
    const [left = 0, top = 0, width = 0, height = 0] = dirty.map(Number);
    const part = cut(pixels, left, top, width, height);
    if (part === undefined) return;
    const [across, down] = [Math.trunc(Number(x) + Math.max(0, left)), Math.trunc(Number(y) + Math.max(0, top))];
    writePixels(this.#commands, this.#surface, across, down, part);
  }
}

const command: Readonly<Record<string, number>> = Object.fromEntries(
  (
    'read save restore clean fillStyle strokeStyle fillPaint strokePaint fill stroke clip fillPath strokePath clipPath ' +
    'fillText strokeText drawImage drawImageTo drawImagePart setLineDash setTransform measureText isPointInPath ' +
    'isPointInPathOf isPointInStroke isPointInStrokeOf getTransform getLineDash'
  )
    .split(' ')
    .map((name) => [name, commandOf(name)]),
);

defineNumberMethods(
  Context2D.prototype,
  `${pathNumbers} beginPath:0 resetTransform:0 scale:2 rotate:1 translate:2 transform:6 clearRect:4 fillRect:4 strokeRect:4`,
);

const ruleOf = (value: unknown): string => (value === 'evenodd' ? 'evenodd' : 'nonzero');
const painted = (name: 'fill' | 'clip') =>
  function (this: Context2D, first?: unknown, second?: unknown): void {
    if (first instanceof CanvasPath) this.commands().push(command[`${name}Path`], [...first.list], ruleOf(second));
    else this.commands().push(command[name], ruleOf(first));
  };
const written = (name: 'fillText' | 'strokeText') =>
  function (this: Context2D, text: unknown, x: unknown, y: unknown, width?: unknown): void {
    this.commands().push(command[name], String(text), Number(x), Number(y), width === undefined ? null : Number(width));
  };
const gradient =
  (kind: number) =>
  (...numbers: unknown[]): Paint =>
    new Paint([kind, ...numbers.slice(0, [4, 6, 3][kind]).map(Number)], []);

defineMethods(Context2D.prototype, {
  ...pathMethods,
  fill: painted('fill'),
  clip: painted('clip'),
  stroke(this: Context2D, path?: unknown): void {
    if (path instanceof CanvasPath) this.commands().push(command.strokePath, [...path.list]);
    else this.commands().push(command.stroke);
  },
  fillText: written('fillText'),
  strokeText: written('strokeText'),
  setTransform(this: Context2D, ...values: unknown[]): void {
    const matrix = values.length > 1 ? matrixOf(values) : matrixOf(values[0]);
    this.commands().push(command.setTransform, ...matrix);
  },
  getTransform(this: Context2D): Record<string, number> {
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrixOf(this.ask(command.getTransform));
    return { a, b, c, d, e, f };
  },
  drawImage(this: Context2D, image: unknown, ...values: unknown[]): void {
    const source = this.source(image);
    if (source === undefined) throw new TypeError('drawImage needs an Image or a Canvas');
    const numbers = values.map(Number);
    const list = this.commands();
    if (numbers.length >= 8) list.push(command.drawImagePart, ...source, ...numbers.slice(0, 8));
    else if (numbers.length >= 4) list.push(command.drawImageTo, ...source, ...numbers.slice(0, 4));
    else list.push(command.drawImage, ...source, numbers[0], numbers[1]);
  },
  createLinearGradient: gradient(0),
  createRadialGradient: gradient(1),
  createConicGradient: gradient(2),
  createPattern(this: Context2D, image: unknown, repetition?: unknown): Paint | null {
    const source = this.source(image);
    return source === undefined ? null : new Paint([3, ...source, repetitionOf(repetition), [1, 0, 0, 1, 0, 0]]);
  },
  setLineDash(this: Context2D, segments: unknown): void {
    if (Array.isArray(segments)) this.commands().push(command.setLineDash, segments.map(Number));
  },
  getLineDash(this: Context2D): unknown {
    return this.ask(command.getLineDash) ?? [];
  },
  measureText(this: Context2D, text: unknown): unknown {
    return this.ask(command.measureText, String(text)) ?? { width: 0 };
  },
  isPointInPath(this: Context2D, first: unknown, ...values: unknown[]): boolean {
    if (!(first instanceof CanvasPath)) {
      return this.ask(command.isPointInPath, Number(first), Number(values[0]), ruleOf(values[1])) === true;
    }
    const [x, y, rule] = values;
    return this.ask(command.isPointInPathOf, [...first.list], Number(x), Number(y), ruleOf(rule)) === true;
  },
  isPointInStroke(this: Context2D, first: unknown, ...values: unknown[]): boolean {
    if (!(first instanceof CanvasPath))
      return this.ask(command.isPointInStroke, Number(first), Number(values[0])) === true;
    return this.ask(command.isPointInStrokeOf, [...first.list], Number(values[0]), Number(values[1])) === true;
  },
  createImageData(first: unknown, height?: unknown): Pixels {
    return isObject(first) ? emptyPixels(first.width, first.height) : emptyPixels(first, height);
  },
});

function repetitionOf(value: unknown): string {
  const given = String(value ?? '');
  return given === '' || given === 'null' ? 'repeat' : given.slice(0, 16);
}

/** Properties, and what a value given for each is made into. */
const makers: ReadonlyMap<string, (value: unknown) => unknown> = new Map<string, (value: unknown) => unknown>([
  ...'globalAlpha shadowOffsetX shadowOffsetY shadowBlur lineWidth miterLimit lineDashOffset'
    .split(' ')
    .map((name) => [name, Number] as const),
  ...(
    'globalCompositeOperation shadowColor filter lineCap lineJoin font textAlign textBaseline direction ' +
    'letterSpacing imageSmoothingQuality fillStyle strokeStyle'
  )
    .split(' ')
    .map((name) => [name, String] as const),
  ['imageSmoothingEnabled', Boolean],
]);
for (const name of makers.keys()) {
  defineProperty(Context2D.prototype, name, {
    get(this: Context2D) {
      return name === 'fillStyle' || name === 'strokeStyle' ? this.style(name) : this.read(name);
    },
    set(this: Context2D, value: unknown) {
      this.assign(name, value);
    },
    enumerable: true,
    configurable: true,
  });
}
