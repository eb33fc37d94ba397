import type { Json } from '../protocol/index.ts';

/** A boolean attribute's value as the format reads it: by truth, so the text `"false"` counts as on. */
export function isOn(value: Json | undefined): boolean {
  return Boolean(value);
}

/** A numeric attribute; `fallback` for anything that is no number. */
export function numberOf(value: Json | undefined, fallback: number): number {
  if (typeof value !== 'number' && typeof value !== 'string') return fallback;
  const number = value === '' ? Number.NaN : Number(value);
  return Number.isFinite(number) ? number : fallback;
}

/** An attribute that is an object; lists are none. */
export function isRecord(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
