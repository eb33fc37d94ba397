import {
  DECORATE,
  type Json,
  MOUNT,
  MOVE,
  PATCH,
  RESCOPE,
  SCOPE,
  type ScopeTraits,
  UNMOUNT,
} from '../protocol/index.ts';
import type { Decoration } from './types.ts';

/** One operation with its shape checked; whether it fits the tree is the tree's to say. */
export type ReadOperation =
  | {
      readonly op: typeof MOUNT;
      readonly id: number;
      readonly skeleton: number;
      readonly scope: number;
      readonly parent: number;
      readonly node: number;
      readonly before: number;
      /** One list for each block that is mounted. */
      readonly values: readonly Json[][];
    }
  | { readonly op: typeof PATCH; readonly id: number; readonly changes: readonly (readonly [number, Json])[] }
  | { readonly op: typeof MOVE; readonly id: number; readonly before: number }
  | { readonly op: typeof UNMOUNT; readonly id: number }
  | { readonly op: typeof RESCOPE; readonly id: number; readonly scope: number }
  | ({ readonly op: typeof DECORATE; readonly id: number; readonly node: number } & Decoration)
  | {
      readonly op: typeof SCOPE;
      readonly scope: number;
      readonly component: string;
      readonly shared: boolean;
      readonly traits: ScopeTraits;
    };

const maxValueDepth = 32;

/** Reads one tuple. Returns what is wrong with it as text instead of throwing: the caller knows where it stands. */
export function readOperation(tuple: unknown): ReadOperation | string {
  if (!Array.isArray(tuple)) return 'is not an array';
  const [op, id]: unknown[] = tuple;
  if (op === MOUNT) return readMount(tuple);
  if (op === PATCH) return readPatch(tuple);
  if (op === SCOPE) return readScope(tuple);
  if (op === DECORATE) return readDecorate(tuple);
  if (op !== MOVE && op !== UNMOUNT && op !== RESCOPE) return 'starts with no known operation';
  if (!isId(id)) return 'names no block';
  if (op === UNMOUNT) return tuple.length === 2 ? { op, id } : 'has more or less than 2 entries';
  const other: unknown = tuple[2];
  if (tuple.length !== 3 || !isCount(other)) return `must be [${op}, block, ${op === MOVE ? 'before' : 'scope'}]`;
  return op === MOVE ? { op, id, before: other } : { op, id, scope: other };
}

function readMount(tuple: readonly unknown[]): ReadOperation | string {
  const [, id, skeleton, scope, parent, node, before] = tuple;
  if (tuple.length < 8) return 'has less than 8 entries';
  if (!isId(id) || !isCount(skeleton) || !isCount(scope) || !isCount(parent) || !isCount(node) || !isCount(before)) {
    return 'must carry whole numbers for block, skeleton, scope, parent, node and before';
  }
  if (!isCount(id + tuple.length)) return 'counts its blocks too far';
  const values: Json[][] = [];
  for (let at = 7; at < tuple.length; at += 1) {
    const read = readValues(tuple[at]);
    if (typeof read === 'string') return read;
    values.push(read);
  }
  return { op: MOUNT, id, skeleton, scope, parent, node, before, values };
}

function readValues(given: unknown): Json[] | string {
  if (!Array.isArray(given)) return 'carries no list of values';
  const fresh: Json[] = [];
  for (const value of given) {
    if (!isData(value, 0)) return `carries a value that is not data at position ${fresh.length}`;
    fresh.push(value);
  }
  return fresh;
}

function readPatch(tuple: readonly unknown[]): ReadOperation | string {
  const id = tuple[1];
  if (!isId(id)) return 'names no block';
  if (tuple.length < 4 || tuple.length % 2 !== 0) return 'must be [1, block, hole, value, …]';
  const changes: (readonly [number, Json])[] = [];
  for (let at = 2; at < tuple.length; at += 2) {
    const hole = tuple[at];
    const value = tuple[at + 1];
    if (!isCount(hole)) return `names no hole at position ${at}`;
    if (!isData(value, 0)) return `carries a value that is not data at position ${at + 1}`;
    changes.push([hole, value]);
  }
  return { op: PATCH, id, changes };
}

function readScope(tuple: readonly unknown[]): ReadOperation | string {
  const [, scope, component, shared, given] = tuple;
  if (!isCount(scope) || typeof component !== 'string' || typeof shared !== 'boolean' || tuple.length > 5) {
    return 'must be [4, scope, component path, shared, traits]';
  }
  if (component.length > 512) return 'carries a component path of more than 512 characters';
  const traits = tuple.length === 4 ? {} : readTraits(given);
  return traits === undefined ? 'carries traits that no scope has' : { op: SCOPE, scope, component, shared, traits };
}

function readDecorate(tuple: readonly unknown[]): ReadOperation | string {
  const [, id, node, added, removed, style] = tuple;
  if (!isId(id) || !isCount(node) || tuple.length !== 6) return 'must be [6, block, node, added, removed, style]';
  if (typeof added !== 'string' || typeof removed !== 'string' || typeof style !== 'string') {
    return 'carries a decoration that is no text';
  }
  return { op: DECORATE, id, node, added, removed, style };
}

function readTraits(given: unknown): ScopeTraits | undefined {
  if (!isRecord(given)) return undefined;
  const { spreads, virtual, fields, withoutApp, outer, classes = {} } = given;
  if (outer !== undefined && !isCount(outer)) return undefined;
  if (!isRecord(classes)) return undefined;
  const names: [string, string][] = [];
  for (const [name, text] of Object.entries(classes)) {
    if (typeof text !== 'string') return undefined;
    names.push([name, text]);
  }
  return {
    spreads: spreads === true || undefined,
    virtual: virtual === true || undefined,
    fields: fields === true || undefined,
    withoutApp: withoutApp === true || undefined,
    outer,
    classes: names.length === 0 ? undefined : Object.fromEntries(names),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isId(value: unknown): value is number {
  return isCount(value) && value > 0;
}

/** Plain data only: what `JSON.parse` can have made. A painter never meets a function, a getter or a class. */
function isData(value: unknown, depth: number): value is Json {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return true;
    case 'number':
      return Number.isFinite(value);
    case 'object':
      break;
    default:
      return false;
  }
  if (value === null) return true;
  if (depth >= maxValueDepth) return false;
  if (Array.isArray(value)) return value.every((item) => isData(item, depth + 1));
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return false;
  return Object.values(value).every((item) => isData(item, depth + 1));
}
