import { TerrariumError } from '../../protocol/index.ts';
import {
  byteViews,
  type WebGlMethod,
  webGlAnswers,
  webGlExtensions,
  webGlFirst,
  webGlLimits,
  webGlMethods,
} from '../../protocol/webgl.ts';
import type { Arguments } from '../command-reader.ts';
import { imageOf } from '../paint.ts';
import type { Sources } from '../surface.ts';
import { answerOf } from './answers.ts';
import { bindingOf, claimOf } from './claims.ts';
import { GlMemory } from './memory.ts';
import { GlObjects } from './objects.ts';
import { parameterOf } from './parameters.ts';

type Context = WebGLRenderingContext | WebGL2RenderingContext;
/** An argument that names nothing: another context's object, or one that was deleted. */
const missing = Symbol('missing');
const [invalidEnum, invalidOperation, outOfMemory] = [0x500, 0x502, 0x505];
const uploads = ['texImage2D', 'texSubImage2D'];
/** Where these take an object that their target holds on to. */
const holders: ReadonlyMap<string, number> = new Map([
  ...([
    ['framebufferTexture2D', 3],
    ['framebufferRenderbuffer', 3],
    ['framebufferTextureLayer', 2],
  ] as const),
  ...([
    ['bindBufferBase', 2],
    ['bindBufferRange', 2],
  ] as const),
]);

/** A WebGL context of a program's canvas. Carries out the methods of the table, and nothing else. */
export class WebGl {
  readonly #context: Context;
  readonly #version: 1 | 2;
  readonly #sources: Sources;
  readonly #objects = new GlObjects();
  readonly #memory: GlMemory;
  /** Buffers may be held by vertex arrays from now on. */
  #vertexArrays = false;
  readonly #scratch = new OffscreenCanvas(1, 1);
  #disposed = false;
  /** An error of ours, which `getError` tells before those of the browser. */
  #error = 0;

  constructor(context: Context, version: 1 | 2, sources: Sources) {
    this.#context = context;
    this.#version = version;
    this.#sources = sources;
    this.#memory = new GlMemory(sources.webGl);
    sources.webGl.contexts += 1;
  }

  /** The constants of the context, by name. */
  get constants(): Readonly<Record<string, number>> {
    return constantsOf(this.#context);
  }

  get lost(): boolean {
    return this.#context.isContextLost();
  }

  get disposed(): boolean {
    return this.#disposed;
  }

  /** Frees what the browser holds for it. */
  dispose(): void {
    this.#disposed = true;
    this.#memory.dispose();
    this.#sources.webGl.contexts -= 1;
    this.#context.getExtension('WEBGL_lose_context')?.loseContext();
  }

  /** The guest has no more use for an object's number. */
  forget(id: number): void {
    this.#objects.forget(id);
  }

  /** Carries out one method, by its number. May throw what the browser throws. */
  run(number: number, args: Arguments): string | Uint8Array<ArrayBuffer> | undefined {
    const method = webGlMethods[number - webGlFirst];
    if (method === undefined) throw new TerrariumError('BAD_ARGUMENT', `canvas: there is no WebGL method ${number}`);
    const values = [...method.takes].map((letter, index) => this.#argument(letter, index, args));
    if (values.includes(missing)) return this.#refused(method);
    if (method.gives === '!') return this.#bytes(method, values);
    if (method.name === 'getExtension') return this.#extension(String(values[0]));
    if (method.gives === '?') return answerOf(this.#answer(method, values), this.#objects);
    // A picture that is not there yet.
    if (uploads.includes(method.native) && values.at(-1) === undefined) return undefined;
    if (!this.#admit(method, values)) return undefined;
    const given = this.#call(method, values);
    if (values.at(-1) === this.#scratch) Object.assign(this.#scratch, { width: 1, height: 1 });
    if (method.gives !== '' && typeof given === 'object' && given !== null) {
      this.#objects.add(method.gives, args.number(method.takes.length), given);
    }
    this.#follow(method, values, args);
    return undefined;
  }

  #argument(letter: string, index: number, args: Arguments): unknown {
    switch (letter) {
      case 'n':
        return args.number(index);
      case 'b':
        return args.flag(index);
      case 't':
        return args.text(index, webGlLimits.source);
      case 'l':
        return args.numbers(index);
      case 'w':
        return args.list(index).map(String);
      case 's': {
        const [kind = -1, id = 0] = args.numbers(index);
        return this.#uploadable(imageOf(this.#sources.find(kind, id)));
      }
      case 'd':
      case 'f':
      case 'i':
      case 'u':
        return args.view(index);
      default: {
        const id = args.maybe(index);
        return id === undefined ? null : (this.#objects.find(letter, id) ?? missing);
      }
    }
  }

  /** A bitmap is taken upside down or multiplied only by way of a canvas, as programs expect of an image. */
  #uploadable(image: OffscreenCanvas | ImageBitmap | undefined): OffscreenCanvas | undefined {
    if (image === undefined || image instanceof OffscreenCanvas) return image;
    // One canvas for all: those let go of are not freed at once, and a program may bring thousands in a turn.
    const { width, height } = image;
    Object.assign(this.#scratch, { width, height });
    this.#scratch.getContext('2d')?.drawImage(image, 0, 0);
    return this.#scratch;
  }

  /** What does not take an unknown object: deleting it again is nothing, asking for its kind is answered. */
  #refused({ name, gives }: WebGlMethod): string | undefined {
    const asksKind = name.startsWith('is');
    if (!asksKind && !name.startsWith('delete')) this.#fail(invalidOperation);
    return gives === '' ? undefined : answerOf(asksKind ? false : null, this.#objects);
  }

  #fail(error: number): void {
    if (this.#error === 0) this.#error = error;
  }

  #call({ native, extension }: WebGlMethod, values: readonly unknown[]): unknown {
    const context = this.#context;
    const owner = extension === undefined ? context : extensionOf(context, extension);
    // By a name of the table: a context of the first version has not all of them.
    const run: unknown = owner === null ? undefined : Reflect.get(owner, native);
    if (typeof run === 'function') return Reflect.apply(run, owner, values);
    this.#fail(invalidOperation);
    return null;
  }

  #extension(name: string): string {
    const extension = extensionOf(this.#context, name);
    return JSON.stringify([webGlAnswers.value, extension && { constants: constantsOf(extension) }]);
  }

  #answer(method: WebGlMethod, values: readonly unknown[]): unknown {
    const [first] = values;
    switch (method.name) {
      case 'getError': {
        const error = this.#error;
        this.#error = 0;
        return error === 0 ? this.#context.getError() : error;
      }
      case 'getParameter':
        return parameterOf(first, this.#call(method, values), this.#version);
      case 'getSupportedExtensions':
        return this.#context.getSupportedExtensions()?.filter((name) => webGlExtensions.includes(name)) ?? null;
      default:
        return this.#call(method, values);
    }
  }

  /** The bytes `readPixels` and `getBufferSubData` fill: the last two arguments are their view and how many. */
  #bytes({ name }: WebGlMethod, values: readonly unknown[]): Uint8Array<ArrayBuffer> {
    const context = this.#context;
    const [x = 0, y = 0, width = 0, height = 0, format = 0, type = 0] = values.map(Number);
    const [kind = -1, length = 0] = values.slice(-2).map(Number);
    const bytes = new Uint8Array(Math.min(webGlLimits.read, Math.max(0, Math.floor(length)) || 0));
    const View = byteViews[kind];
    if (View === undefined) return bytes;
    const view = new View(bytes.buffer, 0, Math.floor(bytes.length / View.BYTES_PER_ELEMENT));
    if (name === 'readPixels') context.readPixels(x, y, width, height, format, type, view);
    else if (context instanceof WebGL2RenderingContext) context.getBufferSubData(x, y, view);
    return bytes;
  }

  /** Whether there is room for what the call would take. */
  #admit(method: WebGlMethod, values: readonly unknown[]): boolean {
    if (/[A-Z]/.test(method.gives) && this.#objects.full) return this.#full(`${webGlLimits.objects} objects`);
    const claim = claimOf(method.native, values);
    if (claim === undefined) return true;
    const binding = bindingOf(claim.target, this.#version);
    if (binding === undefined) {
      this.#fail(invalidEnum);
      return false;
    }
    const object: unknown = this.#context.getParameter(binding);
    if (typeof object !== 'object' || object === null) return true;
    if (this.#memory.claim(object, claim.part, claim.bytes)) return true;
    return this.#full(`${webGlLimits.bytes} bytes of textures and buffers`);
  }

  #full(what: string): false {
    this.#fail(outOfMemory);
    this.#sources.warn(`WebGL: a program may have ${what}; delete what is not needed any more`);
    return false;
  }

  /** What the call means for the objects it was about. */
  #follow({ name, native, takes }: WebGlMethod, values: readonly unknown[], args: Arguments): void {
    const [first] = values;
    const held = values[holders.get(native) ?? -1];
    if (typeof held === 'object' && held !== null) this.#memory.attach(held);
    if (native.startsWith('bindVertexArray') && first !== null) this.#vertexArrays = true;
    if (native === 'generateMipmap') this.#claimLevels(Number(first));
    if (!name.startsWith('delete') || typeof first !== 'object' || first === null) return;
    if (this.#vertexArrays && takes === 'B') this.#memory.attach(first);
    this.#memory.deleted(first);
    this.#objects.forget(args.number(0));
  }

  #claimLevels(target: number): void {
    const binding = bindingOf(target, this.#version);
    const texture: unknown = binding === undefined ? null : this.#context.getParameter(binding);
    if (typeof texture !== 'object' || texture === null) return;
    // Too late to refuse: a third of what was counted may pass the limit once.
    this.#memory.claim(texture, 'levels', 0);
    this.#memory.claim(texture, 'levels', this.#memory.of(texture) / 3);
  }
}

/** Undefined also for one the browser has and programs do not get. */
function extensionOf(context: Context, name: string): object | null {
  const extension: unknown = webGlExtensions.includes(name) ? context.getExtension(name) : null;
  return typeof extension === 'object' ? extension : null;
}

function constantsOf(owner: object): Record<string, number> {
  const constants: Record<string, number> = {};
  for (const name in owner) {
    if (!/^[A-Z][A-Z0-9_]*$/.test(name)) continue;
    const value: unknown = Reflect.get(owner, name);
    if (typeof value === 'number') constants[name] = value;
  }
  return constants;
}
