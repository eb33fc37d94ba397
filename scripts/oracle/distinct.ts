import fc from 'fast-check';

/** Arrays in which no two elements have the same name; `fc.uniqueArray` fails when it shrinks nested ones (4.10). */
export function distinct<Value>(
  arbitrary: fc.Arbitrary<Value>,
  maxLength: number,
  nameOf: (value: Value) => unknown = (value) => value,
): fc.Arbitrary<Value[]> {
  return fc.array(arbitrary, { maxLength }).map((values) => {
    const names = new Set<unknown>();
    return values.filter((value) => {
      const name = nameOf(value);
      if (names.has(name)) return false;
      names.add(name);
      return true;
    });
  });
}
