import { copyInto, createCopier } from '../data/copy.ts';
import { parseDataPath } from '../data/path.ts';
import { callFunction, isFunction, isObject, ownKeys } from '../intrinsics.ts';
import { GuestError } from '../reporter.ts';
import type { ComponentState } from './component-state.ts';
import { type DataChange, updateData } from './update-data.ts';

/** Characters of JSON text one call may set: 1,024 KB, as the platform has it. */
const sizeLimit = 1024 * 1024;

/**
 * `setData(data, callback)`: copies the values, assigns them by path, updates the template at once; the view
 * hears of it at the end of the turn, after which `callback` runs. What cannot be data is refused as a whole and
 * reported as SET_DATA with the key; nothing is thrown, as on the platform.
 */
export function setData(state: ComponentState, data: unknown, callback: unknown): void {
  const { reporter } = state.surroundings;
  if (!isObject(data)) {
    reporter.failed(
      `setData of ${state.path}`,
      new GuestError('SET_DATA', `setData needs an object of values by path, not ${typeof data}`),
    );
    return;
  }
  try {
    const changes = readChanges(state, data);
    if (state.held !== undefined) state.held.push(...changes);
    else if (changes.length > 0) updateData(state, changes, false);
  } catch (error) {
    reporter.failed(`setData of ${state.path}`, error);
    return;
  }
  if (!isFunction(callback)) return;
  state.surroundings.afterRender(state.page, () => {
    reporter.guard(callback, state.instance, [], 'setData callback', state.path);
  });
}

/** `groupSetData(run)`: what `run` sets is one update. */
export function groupSetData(state: ComponentState, run: unknown): void {
  if (!isFunction(run)) return;
  if (state.held !== undefined) {
    callFunction(run, state.instance, []);
    return;
  }
  const held: DataChange[] = [];
  state.held = held;
  try {
    callFunction(run, state.instance, []);
  } finally {
    state.held = undefined;
    updateData(state, held, false);
  }
}

function readChanges(state: ComponentState, data: Record<string, unknown>): DataChange[] {
  const changes: DataChange[] = [];
  const copier = createCopier({ keepFunctions: true, keepInstances: true });
  let largest = '';
  let largestSize = -1;
  for (const key of ownKeys(data)) {
    const before = copier.size;
    const functions = copier.functions;
    const value = copyInto(copier, data[key]);
    if (copier.fault !== undefined) throw faulty(key, copier.fault.path, copier.fault.reason);
    if (copier.functions > functions && state.definition.isPage) warnFunction(state, key);
    if (data[key] === undefined) warnUndefined(state, key);
    if (copier.size - before > largestSize) {
      largestSize = copier.size - before;
      largest = key;
    }
    changes.push({ path: pathOf(key), value, unchanged: isOwnObject(state, data[key], key) });
  }
  if (copier.size > sizeLimit) throw tooLarge(copier.size, largest, largestSize);
  return changes;
}

/** `setData({list: this.data.list})`: its members may have changed, the property itself has not. */
function isOwnObject(state: ComponentState, value: unknown, key: string): boolean {
  return isObject(value) && state.data[key] === value;
}

function pathOf(key: string): DataChange['path'] {
  try {
    return parseDataPath(key);
  } catch (error) {
    throw new GuestError('SET_DATA', error instanceof Error ? error.message : String(error));
  }
}

function faulty(key: string, path: string, reason: 'cyclic' | 'deep'): GuestError {
  const why = reason === 'cyclic' ? 'leads back to an object it is part of' : 'is nested too deep';
  return new GuestError(
    'SET_DATA',
    `the value of "${key}" cannot be data: "${key}${path}" ${why}. Set plain values only; nothing was set`,
  );
}

function tooLarge(size: number, key: string, keySize: number): GuestError {
  const kilobytes = (characters: number): string => `${Math.ceil(characters / 1024).toLocaleString()} KB`;
  return new GuestError(
    'SET_DATA',
    `one call may set 1,024 KB and this one has about ${kilobytes(size)}, most of it in "${key}" (${kilobytes(keySize)}). Set only what the view shows, by paths such as "${key}[0]"; nothing was set`,
  );
}

function warnFunction(state: ComponentState, key: string): void {
  state.surroundings.reporter.warn(
    'SET_DATA',
    `${state.path} sets "${key}" to something with a function in it. Only component properties can use it; the view never sees it`,
  );
}

function warnUndefined(state: ComponentState, key: string): void {
  state.surroundings.reporter.warn(
    'SET_DATA',
    `${state.path} sets "${key}" to undefined. Set null or '' to show nothing`,
  );
}
