import { byteViews, type WebGlMethod, webGlAnswers, webGlFirst, webGlMethods } from '../../protocol/webgl.ts';
import { commandOf } from '../canvas/commands.ts';
import { isArray } from '../intrinsics.ts';
import { bytesOf, fill, type GivenBytes, vectorOf } from './bytes.ts';
import { createGlObjects, GlObject, type GlObjects } from './gl-objects.ts';
import type { Drawn, WebGlKit } from './types.ts';

const numbers: ReadonlyMap<WebGlMethod, number> = new Map(
  webGlMethods.map((method, place) => [method, webGlFirst + place]),
);
const byName: ReadonlyMap<string, WebGlMethod> = new Map(webGlMethods.map((method) => [method.name, method]));

/** How the methods of a context reach the worker. */
export class GlCalls {
  readonly canvas: Drawn;
  readonly kit: WebGlKit;
  readonly #surface: number;
  readonly #objects: GlObjects;

  constructor(kit: WebGlKit, canvas: Drawn, surface: number) {
    this.kit = kit;
    this.canvas = canvas;
    this.#surface = surface;
    this.#objects = createGlObjects((id) => this.commands().push(commandOf('forgetWebGl'), id));
  }

  commands(): unknown[] {
    return this.kit.commands.on(this.#surface);
  }

  /** One method of the table. Throws a TypeError for an argument of another kind. */
  call(method: WebGlMethod, values: readonly unknown[]): unknown {
    const { takes, gives } = method;
    const entries: unknown[] = [numbers.get(method)];
    let given: GivenBytes | undefined;
    let givenAt = 0;
    for (let at = 0; at < takes.length; at += 1) {
      const letter = takes.charAt(at);
      const value = values[at];
      if (letter === 'n') entries.push(Number(value));
      else if (letter === 'b') entries.push(Boolean(value));
      else if (letter === 't') entries.push(String(value));
      else if (letter === 'l') entries.push(isArray(value) ? value.map(Number) : []);
      else if (letter === 'w') entries.push(isArray(value) ? value.map(String) : []);
      else if (letter === 's') entries.push(this.kit.sourceOf(value) ?? misfit(method, at, 'a picture'));
      else if (letter === 'd' || letter === 'f' || letter === 'i' || letter === 'u') {
        given = dataOf(letter, value, values[takes.length], values[takes.length + 1]);
        if (given === undefined && (letter !== 'd' || (value ?? null) !== null))
          misfit(method, at, 'an array of numbers');
        givenAt = entries.push(null) - 1;
      } else if (value === null || value === undefined) entries.push(null);
      else entries.push(GlObject.idOf(value, letter) ?? misfit(method, at, 'such an object'));
    }
    const { commands } = this.kit;
    const list = commands.on(this.#surface, given?.bytes.length);
    // No method takes bytes twice.
    if (given) entries[givenAt] = [given.view, commands.put(given.bytes), given.bytes.length];
    if (gives === '' || gives === '?' || gives === '!') {
      for (const entry of entries) list.push(entry);
      return gives === '?' ? this.#told(commands.ask()) : gives === '!' ? commands.askBytes() : undefined;
    }
    const made = this.#objects.make(gives);
    list.push(...entries, made.id);
    return made.object;
  }

  isPicture(value: unknown): boolean {
    return this.kit.sourceOf(value) !== undefined;
  }

  /** By its name in the table. */
  by(name: string, ...values: readonly unknown[]): unknown {
    const method = byName.get(name);
    return method && this.call(method, values);
  }

  /** A question that is answered in bytes, of which as many are wanted as `target` has room for from `from` on. */
  read(name: string, target: unknown, from: unknown, ...values: readonly unknown[]): void {
    const room = bytesOf(target, from);
    if (room === undefined) throw new TypeError(`${name} needs an array to write to`);
    const bytes = this.by(name, ...values, room.view, room.bytes.length);
    if (bytes instanceof ArrayBuffer) fill(target, bytes, from);
  }

  #told(answer: unknown): unknown {
    if (!isArray(answer)) return null;
    const [kind, value] = answer;
    if (kind === webGlAnswers.value) return value;
    if (kind === webGlAnswers.object) return this.#object(value);
    if (!isArray(value)) return null;
    if (kind === webGlAnswers.objects) return value.map((one) => this.#object(one));
    const View = byteViews[Number(kind)];
    return View ? View.from(value.map(Number)) : null;
  }

  #object(reference: unknown): unknown {
    return isArray(reference) ? this.#objects.told(Number(reference[0]), String(reference[1])) : null;
  }
}

function dataOf(letter: string, value: unknown, from: unknown, count: unknown): GivenBytes | undefined {
  return letter === 'd' ? bytesOf(value, from, count) : vectorOf(letter, value, from, count);
}

function misfit({ name }: WebGlMethod, at: number, wanted: string): never {
  throw new TypeError(`${name}: argument ${at + 1} is not ${wanted} of this canvas's WebGL`);
}
