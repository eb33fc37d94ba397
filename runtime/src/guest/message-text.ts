import { isArray, isObject, parse, stringify } from './intrinsics.ts';

/**
 * What a program and its worker say to each other, as text: JSON, in which an `ArrayBuffer` or a view of one stands as
 * `{[mark]: [class, one character a byte]}`. A program that writes the mark itself tells its other half bytes, no more.
 */
const mark = '\u0001bytes';
const plain = 'j';
const withBytes = 'b';
const atOnce = 8_192;
const fromCharCodes: (...codes: number[]) => string = String.fromCharCode;
const className: (value: unknown) => string = (value) => Object.prototype.toString.call(value).slice(8, -1);

const views: ReadonlyMap<string, (buffer: ArrayBuffer) => unknown> = new Map<string, (buffer: ArrayBuffer) => unknown>([
  ['ArrayBuffer', (buffer) => buffer],
  ['DataView', (buffer) => new DataView(buffer)],
  ['Int8Array', (buffer) => new Int8Array(buffer)],
  ['Uint8Array', (buffer) => new Uint8Array(buffer)],
  ['Uint8ClampedArray', (buffer) => new Uint8ClampedArray(buffer)],
  ['Int16Array', (buffer) => new Int16Array(buffer)],
  ['Uint16Array', (buffer) => new Uint16Array(buffer)],
  ['Int32Array', (buffer) => new Int32Array(buffer)],
  ['Uint32Array', (buffer) => new Uint32Array(buffer)],
  ['Float32Array', (buffer) => new Float32Array(buffer)],
  ['Float64Array', (buffer) => new Float64Array(buffer)],
]);

/** Throws a TypeError for what JSON cannot hold: a cycle, a BigInt. Functions and symbols are left out. */
export function writeMessage(value: unknown): string {
  let bytes = false;
  const text = stringify(value, (_key: string, member: unknown) => {
    const given = bytesOf(member);
    if (given === undefined) return member;
    bytes = true;
    return { [mark]: [className(member), latin1(given)] };
  });
  return `${bytes ? withBytes : plain}${text ?? 'null'}`;
}

/** Throws a SyntaxError for what `writeMessage` did not write. */
export function readMessage(text: string): unknown {
  const value = text.slice(1);
  return text.startsWith(withBytes) ? parse(value, restore) : parse(value);
}

function restore(_key: string, member: unknown): unknown {
  const written = isObject(member) && !isArray(member) ? member[mark] : undefined;
  if (!isArray(written)) return member;
  const [name, text] = written;
  const view = typeof name === 'string' ? views.get(name) : undefined;
  if (view === undefined || typeof text !== 'string') return member;
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return view(bytes.buffer);
}

function bytesOf(value: unknown): Uint8Array | undefined {
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  if (!ArrayBuffer.isView(value)) return undefined;
  return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
}

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += atOnce) text += fromCharCodes(...bytes.subarray(at, at + atOnce));
  return text;
}
