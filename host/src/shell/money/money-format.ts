/** Minor units of an ISO 4217 currency as people write them, in the browser's language: 1250 CNY → ¥12.50. */
export function formatMoney(minor: number, currency: string): string {
  const format = new Intl.NumberFormat(undefined, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
  return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}

/** The same with its sign: what came in and what went out. */
export function formatMovement(minor: number, currency: string): string {
  return `${minor > 0 ? '+' : '−'}${formatMoney(Math.abs(minor), currency)}`;
}
