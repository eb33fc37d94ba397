import type { Json } from '../protocol/index.ts';

const cacheLimit = 4_000;
const cache = new Map<string, string>();
// Strings and url() are skipped over whole: `12rpx` inside them is text.
const lengths = /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|url\([^)]*\)|(?<![\w#.-])([+-]?(?:\d+\.?\d*|\.\d+))rpx\b/gi;

/** A `style` value as CSS text with `rpx` resolved against the page's width. Anything but text is no style. */
export function inlineStyle(value: Json | undefined): string {
  if (typeof value !== 'string' || value === '') return '';
  if (!value.includes('rpx') && !value.includes('RPX')) return value;
  const before = cache.get(value);
  if (before !== undefined) return before;
  const result = value.replace(lengths, (whole, number: string | undefined) =>
    number === undefined ? whole : `calc(${Number(number)} * 100vw / 750)`,
  );
  // A style that animates makes a new text each frame: start over rather than grow.
  if (cache.size >= cacheLimit) cache.clear();
  cache.set(value, result);
  return result;
}

/** A length attribute (`size`, `upper-threshold`): numbers and bare digits are pixels. Undefined when it is none. */
export function cssLength(value: Json | undefined): string | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? `${value}px` : undefined;
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  if (/^-?(\d+\.?\d*|\.\d+)$/.test(text)) return `${text}px`;
  return /^-?(\d+\.?\d*|\.\d+)(px|rpx|em|rem|vw|vh|%)$/i.test(text) ? inlineStyle(text) : undefined;
}

/** The same in CSS pixels, for thresholds and positions; `%`, `em` and the like give undefined. */
export function pixels(value: Json | undefined, pageWidth: number): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'string') return undefined;
  const match = /^\s*(-?(?:\d+\.?\d*|\.\d+))(px|rpx)?\s*$/i.exec(value);
  if (!match) return undefined;
  return match[2]?.toLowerCase() === 'rpx' ? (Number(match[1]) * pageWidth) / 750 : Number(match[1]);
}
