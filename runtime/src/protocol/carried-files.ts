import type { Json } from './json.ts';

/**
 * Bytes that travel beside a message between player and host, a browser's `Blob` for example: handed over, never
 * written into the message's text. In the text stands `carriedName(index)` where the file belongs.
 */
export interface CarriedFile {
  /** Bytes. */
  readonly size: number;
  /** MIME type, empty when it is not known. */
  readonly type: string;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** That may come with one message; more are dropped. */
export const mostCarriedFiles = 100;

export const carriedName = (index: number): string => `carried-file:${index}`;

/** `value` with each file's place taken by `names[index]`. */
export function placeFiles(value: Json, names: readonly string[]): Json {
  if (typeof value === 'string') {
    const index = names.findIndex((_, at) => value === carriedName(at));
    return names[index] ?? value;
  }
  if (Array.isArray(value)) return value.map((item) => placeFiles(item, names));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, placeFiles(item, names)]));
}
