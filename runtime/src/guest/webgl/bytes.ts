import { byteViews } from '../../protocol/webgl.ts';
import { isArray, isObject } from '../intrinsics.ts';

/** Bytes of a program's, and which view of `byteViews` it looks at them by. */
export interface GivenBytes {
  readonly view: number;
  readonly bytes: Uint8Array;
}

/** Undefined for what is neither an ArrayBuffer nor a view of one. `from` and `count` are in its own numbers. */
export function bytesOf(value: unknown, from: unknown = 0, count: unknown = 0): GivenBytes | undefined {
  if (value instanceof ArrayBuffer) return { view: 0, bytes: new Uint8Array(value) };
  if (!ArrayBuffer.isView(value)) return undefined;
  const view = viewOf(value);
  const size = byteViews[view]?.BYTES_PER_ELEMENT ?? 1;
  const start = Math.min(value.byteLength, whole(from) * size);
  const length = whole(count) === 0 ? value.byteLength - start : whole(count) * size;
  return {
    view,
    bytes: new Uint8Array(value.buffer, value.byteOffset + start, Math.min(length, value.byteLength - start)),
  };
}

/** A vector – a list of numbers, or an array of any kind – as bytes; `letter` is that of the table. */
export function vectorOf(letter: string, value: unknown, from: unknown, count: unknown): GivenBytes | undefined {
  const View = letter === 'f' ? Float32Array : letter === 'i' ? Int32Array : Uint32Array;
  if (value instanceof View) return bytesOf(value, from, count);
  const list = listOf(value);
  return list && bytesOf(View.from(list), from, count);
}

/** Puts bytes that have come into an array of a program's, from its number `from` on. */
export function fill(target: unknown, bytes: ArrayBuffer, from: unknown): void {
  const room = bytesOf(target, from);
  room?.bytes.set(new Uint8Array(bytes, 0, Math.min(bytes.byteLength, room.bytes.length)));
}

function viewOf(value: ArrayBufferView): number {
  return Math.max(
    0,
    byteViews.findIndex((View) => value instanceof View),
  );
}

function listOf(value: unknown): number[] | undefined {
  if (isArray(value)) return value.map(Number);
  if (!isObject(value) || !ArrayBuffer.isView(value)) return undefined;
  return Array.from({ length: Number(value.length) || 0 }, (_, at) => Number(value[at]));
}

function whole(value: unknown): number {
  return Math.max(0, Math.trunc(Number(value)) || 0);
}
