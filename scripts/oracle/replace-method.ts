/** Has a method of glass-easel run by `by`, which may run the original. Returns what undoes it. */
export function replaceMethod(
  target: object,
  name: string,
  by: (run: () => unknown, values: unknown[], self: unknown) => unknown,
): () => void {
  const original: unknown = Reflect.get(target, name);
  if (typeof original !== 'function') throw new Error(`glass-easel has no ${name} any more`);
  Reflect.set(target, name, function (this: unknown, ...values: unknown[]): unknown {
    return by(() => Reflect.apply(original, this, values), values, this);
  });
  return () => Reflect.set(target, name, original);
}
