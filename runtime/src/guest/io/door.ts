import { isArray, isObject, parse, stringify } from '../intrinsics.ts';
import type { IoKit } from './types.ts';

/** The answer of the worker's files to one operation. */
export interface FileAnswer {
  readonly result: Readonly<Record<string, unknown>>;
  /** What the host has to keep is kept once the notice with this number comes. */
  readonly ticket: number | undefined;
  readonly refused: string | undefined;
  readonly errno: number | undefined;
}

/** Bytes between the program and the worker, which knows base64 and its kin natively. */
export interface Bytes {
  /** Of what a program may hand over as bytes; undefined for anything else. */
  of(value: unknown): Uint8Array | undefined;
  toBase64(bytes: Uint8Array): string;
  fromBase64(text: string): ArrayBuffer;
}

const atOnce = 8_192;
const fromCharCodes: (...codes: number[]) => string = String.fromCharCode;

export function operate({ files }: IoKit, name: string, given: Readonly<Record<string, unknown>>): FileAnswer {
  const answer = parse(files(stringify([name, given]) ?? '[]'));
  const { result, ticket, refused, errno } = isObject(answer) ? answer : {};
  return {
    result: isObject(result) ? result : { value: result },
    ticket: typeof ticket === 'number' ? ticket : undefined,
    refused: typeof refused === 'string' ? refused : undefined,
    errno: typeof errno === 'number' ? errno : undefined,
  };
}

/** One character a byte. */
export function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += atOnce) text += fromCharCodes(...bytes.subarray(at, at + atOnce));
  return text;
}

/** Bytes that came as 32-bit words. */
export function bufferOf(value: unknown): ArrayBuffer {
  if (!isObject(value) || !isArray(value.words)) return new ArrayBuffer(0);
  const words = new Int32Array(value.words.length);
  words.set(value.words.map(Number));
  return words.buffer.slice(0, Number(value.length));
}

export function createBytes(kit: IoKit): Bytes {
  return {
    of(value) {
      if (value instanceof ArrayBuffer) return new Uint8Array(value);
      if (!ArrayBuffer.isView(value)) return undefined;
      return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
    },
    toBase64: (bytes) => String(operate(kit, 'base64', { latin1: latin1(bytes) }).result.value),
    fromBase64: (base64) => bufferOf(operate(kit, 'words', { base64 }).result),
  };
}
