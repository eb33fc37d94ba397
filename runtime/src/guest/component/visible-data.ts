/**
 * A component's data as its template sees it: fields that match `pureDataPattern` are not there. Only components
 * that have such a pattern pay for it.
 */
export function visibleData(data: Record<string, unknown>, pattern: RegExp): Record<string, unknown> {
  const known = new Map<string, boolean>();
  const isHidden = (name: string | symbol): boolean => {
    if (typeof name !== 'string') return false;
    const before = known.get(name);
    if (before !== undefined) return before;
    const hidden = pattern.test(name);
    known.set(name, hidden);
    return hidden;
  };
  return new Proxy(data, {
    get: (target, name) => (isHidden(name) ? undefined : Reflect.get(target, name)),
    has: (target, name) => !isHidden(name) && Reflect.has(target, name),
  });
}
