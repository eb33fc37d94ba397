import { defineProperty, isObject } from '../intrinsics.ts';

/** `toLocaleString` of numbers, which the engine has without groups: 1,234.5, whatever the locale. */
export function defineNumberFormat(): void {
  defineProperty(Number.prototype, 'toLocaleString', {
    value(this: unknown, _locale?: unknown, options?: unknown) {
      const given = isObject(options) ? options : {};
      return formatNumber(Number(this), digitsOf(given.minimumFractionDigits), digitsOf(given.maximumFractionDigits));
    },
    writable: true,
    configurable: true,
    enumerable: false,
  });
}

function digitsOf(value: unknown): number | undefined {
  const digits = Number(value);
  return Number.isInteger(digits) && digits >= 0 && digits <= 20 ? digits : undefined;
}

function formatNumber(value: number, atLeast = 0, given?: number): string {
  if (!Number.isFinite(value) || Math.abs(value) >= 1e21) return String(value);
  const atMost = Math.max(atLeast, given ?? 3);
  const [whole = '', decimals = ''] = value.toFixed(atMost).split('.');
  let shown = decimals;
  while (shown.length > atLeast && shown.endsWith('0')) shown = shown.slice(0, -1);
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return shown === '' ? grouped : `${grouped}.${shown}`;
}
