import { type WebGlMethod, webGlFirst, webGlMethods } from '../../protocol/webgl.ts';
import { defineMethods, type NumberMethod, numberMethod } from '../canvas/define-methods.ts';
import { defineProperty, isObject } from '../intrinsics.ts';
import { GlCalls } from './gl-calls.ts';
import { specialMethods } from './special-methods.ts';
import type { CreateWebGlLibrary, Drawn, WebGlContext } from './types.ts';

/** What both contexts have; most of it is filled in below, by the table. */
class GlContext implements WebGlContext {
  readonly canvas: Drawn | undefined;
  readonly #calls: GlCalls;
  readonly #extensions = new Map<string, object | null>();

  constructor(calls: GlCalls) {
    this.#calls = calls;
    defineProperty(this, 'canvas', { value: calls.canvas, enumerable: true });
  }

  static callsOf(context: GlContext): GlCalls {
    return context.#calls;
  }

  /** Where methods of numbers alone put them. */
  commands(): unknown[] {
    return this.#calls.commands();
  }

  get drawingBufferWidth(): number {
    return this.#calls.canvas.width;
  }

  get drawingBufferHeight(): number {
    return this.#calls.canvas.height;
  }

  /** A context without a canvas is lost, too. */
  isContextLost(): boolean {
    return this.#calls.by('isContextLost') !== false;
  }

  /** The same object each time; null for one that is not given. */
  getExtension(given: unknown): object | null {
    const name = String(given).slice(0, 64);
    const known = this.#extensions.get(name);
    if (known !== undefined) return known;
    const told = this.#calls.by('getExtension', name);
    const extension = isObject(told) ? extensionOf(name, told.constants, this.#calls) : null;
    this.#extensions.set(name, extension);
    return extension;
  }
}

class WebGLRenderingContext extends GlContext {}
class WebGL2RenderingContext extends GlContext {}

for (const [place, method] of webGlMethods.entries()) {
  const { name, native, version, extension } = method;
  const owner = version === 1 ? GlContext.prototype : WebGL2RenderingContext.prototype;
  // Several ways to call a method of the browser's are one method here, too.
  if (extension !== undefined || name !== native || name in owner) continue;
  defineMethods(owner, { [name]: numbersOnly(place, method) ?? special(name) ?? general(method) });
}

/** Most methods take a few numbers and give nothing: they are called the most, too. */
function numbersOnly(place: number, { takes, gives }: WebGlMethod): NumberMethod | undefined {
  return gives === '' && /^n{0,6}$/.test(takes) ? numberMethod(webGlFirst + place, takes.length) : undefined;
}

function special(name: string) {
  const run = specialMethods.get(name);
  return (
    run &&
    function (this: GlContext, ...values: unknown[]): unknown {
      return run(GlContext.callsOf(this), values);
    }
  );
}

function general(method: WebGlMethod) {
  return function (this: GlContext, ...values: unknown[]): unknown {
    return GlContext.callsOf(this).call(method, values);
  };
}

function extensionOf(name: string, constants: unknown, calls: GlCalls): object {
  const extension = {};
  defineConstants(extension, constants);
  for (const method of webGlMethods) {
    if (method.extension !== name) continue;
    defineMethods(extension, { [method.name]: (...values: unknown[]) => calls.call(method, values) });
  }
  return extension;
}

/** As a browser has them: to be seen, and not to be changed. */
function defineConstants(owner: object, constants: unknown): void {
  if (!isObject(constants)) return;
  for (const name of Object.keys(constants)) {
    if (!Object.hasOwn(owner, name)) defineProperty(owner, name, { value: constants[name], enumerable: true });
  }
}

export const createWebGlLibrary: CreateWebGlLibrary = (kit) => ({
  context(canvas, surface, version, constants) {
    const Context = version === 2 ? WebGL2RenderingContext : WebGLRenderingContext;
    defineConstants(Context.prototype, constants);
    return new Context(new GlCalls(kit, canvas, surface));
  },
});
