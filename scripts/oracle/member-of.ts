/** A member of what may be no object, such as one glass-easel keeps to itself. */
export const memberOf = (of: unknown, name: string): unknown =>
  typeof of === 'object' && of !== null ? Reflect.get(of, name) : undefined;
