import { TerrariumError } from '../protocol/index.ts';
import { byteViews } from '../protocol/webgl.ts';

/** The arguments of one command in a list of a guest's. Every reader throws BAD_ARGUMENT for a value of another type. */
export interface Arguments {
  /** `null` is what JSON makes of NaN and the infinities; a canvas ignores calls with those. */
  number(index: number): number;
  /** As `number`; undefined for null. */
  maybe(index: number): number | undefined;
  text(index: number, limit?: number): string;
  flag(index: number): boolean;
  list(index: number): readonly unknown[];
  numbers(index: number): number[];
  /** A copy of a part of the bytes that came with the list, `[view, offset, length]`. */
  bytes(index: number): Uint8Array<ArrayBuffer>;
  /** As `bytes`, by that place in `byteViews`; null for null. */
  view(index: number): ByteView | null;
}

/** Bytes, as the numbers they stand for. */
export type ByteView = InstanceType<(typeof byteViews)[number]>;

/** A position in a flat list `[command, …arguments, command, …]`. */
export class CommandReader implements Arguments {
  readonly #list: readonly unknown[];
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(list: readonly unknown[], bytes: Uint8Array = nothing) {
    this.#list = list;
    this.#bytes = bytes;
  }

  get ended(): boolean {
    return this.#at >= this.#list.length;
  }

  /** The command's number, whatever it is worth; its arguments are read from here on. */
  command(): number {
    const command = this.#list[this.#at];
    this.#at += 1;
    if (typeof command !== 'number') throw misfit('a number of a command', command);
    return command;
  }

  /** Goes past `count` arguments. Throws when the list has fewer. */
  skip(count: number): void {
    this.#at += count;
    if (this.#at > this.#list.length) throw new TerrariumError('BAD_ARGUMENT', 'canvas: the last command is cut off');
  }

  number(index: number): number {
    const value = this.#list[this.#at + index];
    if (value === null) return Number.NaN;
    if (typeof value !== 'number') throw misfit('a number', value);
    return value;
  }

  maybe(index: number): number | undefined {
    return this.#list[this.#at + index] === null ? undefined : this.number(index);
  }

  text(index: number, limit = 4_096): string {
    const value = this.#list[this.#at + index];
    if (typeof value !== 'string' || value.length > limit) throw misfit(`text of up to ${limit} characters`, value);
    return value;
  }

  flag(index: number): boolean {
    const value = this.#list[this.#at + index];
    return value === true || value === 1;
  }

  list(index: number): readonly unknown[] {
    const value: unknown = this.#list[this.#at + index];
    if (!Array.isArray(value)) throw misfit('a list', value);
    return value;
  }

  numbers(index: number): number[] {
    return this.list(index).map((value) => (typeof value === 'number' ? value : Number.NaN));
  }

  bytes(index: number): Uint8Array<ArrayBuffer> {
    const [, offset = -1, length = -1] = this.numbers(index);
    if (!(offset >= 0 && length >= 0 && offset + length <= this.#bytes.length)) {
      throw new TerrariumError('BAD_ARGUMENT', 'canvas: there are no such bytes beside the list');
    }
    return this.#bytes.slice(offset, offset + length);
  }

  view(index: number): ByteView | null {
    if (this.#list[this.#at + index] === null) return null;
    const [kind = -1] = this.numbers(index);
    const View = byteViews[kind];
    if (View === undefined) throw new TerrariumError('BAD_ARGUMENT', 'canvas: there is no such view of bytes');
    const { buffer } = this.bytes(index);
    return new View(buffer, 0, Math.floor(buffer.byteLength / View.BYTES_PER_ELEMENT));
  }
}

const nothing = new Uint8Array(0);

function misfit(wanted: string, value: unknown): TerrariumError {
  return new TerrariumError('BAD_ARGUMENT', `canvas: ${wanted} was expected, not ${typeof value}`);
}
