/** A name inside a sentence of ours: Unicode isolates keep its writing direction from turning ours. */
export function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}
