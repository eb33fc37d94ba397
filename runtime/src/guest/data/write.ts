import { hasOwn, isArray, isObject } from '../intrinsics.ts';
import { addPath, type Mark } from './marks.ts';
import type { DataPath } from './path.ts';

/**
 * Writes `value` at `path` into `data` itself and marks what that changed. A container on the way that is
 * missing or of the wrong kind is made anew (an array before an index, else an object); where there was one with
 * members, or a text, it is marked as a whole.
 */
export function writePath(
  data: Record<string, unknown>,
  path: DataPath,
  value: unknown,
  marks: Mark | undefined,
): void {
  let container: unknown = data;
  let replacedAt = -1;
  const last = path.length - 1;
  for (let step = 0; step < last; step += 1) {
    const key = path[step];
    const following = path[step + 1];
    if (key === undefined || following === undefined) return;
    markGrowth(marks, container, path, step);
    let next = readMember(container, key);
    if (!fits(next, following)) {
      if (replacedAt < 0 && hasMembers(next)) replacedAt = step + 1;
      next = typeof following === 'number' ? [] : {};
      writeMember(container, key, next);
    }
    container = next;
  }
  const key = path[last];
  if (key === undefined) return;
  markGrowth(marks, container, path, last);
  if (marks !== undefined) addPath(marks, path, replacedAt < 0 ? path.length : replacedAt);
  writeMember(container, key, value);
}

/**
 * Marks the length of an array in which `path` leads behind the last item, or to the last one: programs push into the
 * array and then set what they pushed.
 */
function markGrowth(marks: Mark | undefined, container: unknown, path: DataPath, step: number): void {
  if (marks === undefined || !isArray(container) || Number(path[step]) < container.length - 1) return;
  addPath(marks, [...path.slice(0, step), 'length']);
}

const hasMembers = (value: unknown): boolean => typeof value === 'string' || isObject(value);

/** The value at `path`, undefined when something on the way is missing. */
export function readPath(data: unknown, path: DataPath): unknown {
  let value = data;
  for (let step = 0; step < path.length; step += 1) {
    const key = path[step];
    if (key === undefined) return undefined;
    value = readMember(value, key);
  }
  return value;
}

function fits(container: unknown, key: string | number): boolean {
  if (isArray(container)) return typeof key === 'number' || /^\d+$/.test(key);
  return typeof key === 'string' && isObject(container);
}

function readMember(container: unknown, key: string | number): unknown {
  if (isArray(container)) {
    if (typeof key === 'number') return container[key];
    return key === 'length' ? container.length : container[Number(key)];
  }
  if (!isObject(container)) return undefined;
  const name = typeof key === 'string' ? key : String(key);
  return hasOwn(container, name) ? container[name] : undefined;
}

function writeMember(container: unknown, key: string | number, value: unknown): void {
  if (isArray(container)) container[Number(key)] = value;
  else if (isObject(container)) {
    // Plain assignment of this one name would replace the prototype.
    if (key === '__proto__') return;
    container[key] = value;
  }
}
