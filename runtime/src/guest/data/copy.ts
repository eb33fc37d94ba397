import { getPrototypeOf, hasOwn, isArray, isObject, ownKeys } from '../intrinsics.ts';

/** Why a value cannot be data. `path` leads from the copied value to the offence, for example `.list[3].next`. */
export interface CopyFault {
  readonly reason: 'cyclic' | 'deep';
  readonly path: string;
}

const depthLimit = 200;
/** What passes the door may nest 64 levels, some of which the message itself needs. */
const viewDepthLimit = 48;
/** Looking for cycles costs as much as copying: it starts where few values ever get. */
const trackedDepth = 16;
const pathLimit = 80;
const plain: object = Object.prototype;
const savedDate = Date;
const savedBuffer = ArrayBuffer;

/**
 * Copies values into plain data. `size` grows by about the length of their JSON text in characters, close enough
 * to hold a limit against. Functions are counted, and left out unless asked for.
 */
export interface Copier {
  size: number;
  functions: number;
  fault: CopyFault | undefined;
  /** Components hand functions to each other through data; the view gets none. */
  readonly keepFunctions: boolean;
  /** Objects with a class of their own stay what they are: data would lose their methods. */
  readonly keepInstances: boolean;
  readonly depthLimit: number;
  depth: number;
  /** Objects being copied right now, from `trackedDepth` on. */
  readonly open: object[];
}

export type CopyOptions = Partial<Pick<Copier, 'keepFunctions' | 'keepInstances' | 'depthLimit'>>;

export function createCopier(options: CopyOptions = {}): Copier {
  const { keepFunctions = false, keepInstances = false, depthLimit: deepest = depthLimit } = options;
  return {
    size: 0,
    functions: 0,
    fault: undefined,
    keepFunctions,
    keepInstances,
    depthLimit: deepest,
    depth: 0,
    open: [],
  };
}

/** Copies `value`; stops at the first fault, which is then in `copier.fault`. */
export function copyInto(copier: Copier, value: unknown): unknown {
  if (typeof value === 'object' && value !== null) return copyObject(copier, value);
  if (typeof value === 'function') {
    copier.functions += 1;
    return copier.keepFunctions ? value : undefined;
  }
  copier.size += typeof value === 'string' ? value.length + 3 : 8;
  return value;
}

function copyObject(copier: Copier, value: object): unknown {
  copier.depth += 1;
  const tracked = copier.depth >= trackedDepth;
  if (tracked) {
    if (copier.open.includes(value)) copier.fault = { reason: 'cyclic', path: '' };
    else if (copier.depth > copier.depthLimit) copier.fault = { reason: 'deep', path: '' };
    if (copier.fault !== undefined) return undefined;
    copier.open.push(value);
  }
  let copied: unknown;
  const prototype = getPrototypeOf(value);
  if (prototype === plain) copied = copyMembers(copier, value);
  else if (isArray(value)) copied = copyArray(copier, value);
  else if (isSpecial(value)) copied = copySpecial(copier, value);
  else copied = copier.keepInstances && prototype !== null ? value : copyMembers(copier, value);
  if (tracked) copier.open.pop();
  copier.depth -= 1;
  return copied;
}

/** Interpreted: one loop without calls for texts and numbers, which is what most data is, and one for rows. */
function copyArray(copier: Copier, value: readonly unknown[]): unknown[] {
  const length = value.length;
  const copied: unknown[] = [];
  const isShallow = copier.depth + 1 < trackedDepth;
  let size = length;
  for (let at = 0; at < length; at += 1) {
    const item = value[at];
    switch (typeof item) {
      case 'string':
        size += item.length + 2;
        copied[at] = item;
        continue;
      case 'object':
        if (item === null) copied[at] = item;
        else if (isShallow && getPrototypeOf(item) === plain) {
          copier.depth += 1;
          copied[at] = copyMembers(copier, item);
          copier.depth -= 1;
        } else copied[at] = copyObject(copier, item);
        break;
      case 'function':
        copied[at] = copyInto(copier, item);
        break;
      default:
        size += 8;
        copied[at] = item;
        continue;
    }
    if (copier.fault === undefined) continue;
    extendFault(copier, `[${at}]`);
    break;
  }
  copier.size += size;
  return copied;
}

function copyMembers(copier: Copier, value: object): Record<string, unknown> {
  // Spreading is native and several times faster than assigning member by member; it also makes an own member
  // of a key `__proto__`.
  const copied: Record<string, unknown> = { ...value };
  let size = 2;
  for (const key in copied) {
    const member = copied[key];
    switch (typeof member) {
      case 'string':
        size += member.length + 12;
        continue;
      case 'number':
      case 'boolean':
        size += 14;
        continue;
    }
    // Inherited members come up when a program has extended Object.prototype.
    if (!hasOwn(copied, key)) continue;
    size += 12;
    const copiedMember = copyInto(copier, member);
    if (copier.fault !== undefined) {
      extendFault(copier, `.${key}`);
      break;
    }
    if (copiedMember !== member) {
      if (copiedMember === undefined) delete copied[key];
      else copied[key] = copiedMember;
    }
  }
  copier.size += size;
  return copied;
}

function extendFault(copier: Copier, step: string): void {
  const fault = copier.fault;
  if (fault !== undefined) copier.fault = { reason: fault.reason, path: `${step}${fault.path}`.slice(0, pathLimit) };
}

function isSpecial(value: object): boolean {
  return value instanceof savedDate || value instanceof savedBuffer || savedBuffer.isView(value);
}

/** Dates and bytes: what the platform hands around beside plain data. */
function copySpecial(copier: Copier, value: object): unknown {
  if (value instanceof savedDate) {
    copier.size += 26;
    return new savedDate(value.getTime());
  }
  if (value instanceof savedBuffer) {
    copier.size += value.byteLength;
    return value.slice(0);
  }
  // Typed arrays carry bytes, not data for a view: program and copy may share them.
  if (savedBuffer.isView(value)) copier.size += value.byteLength;
  return value;
}

/** A plain copy of a value, functions included; at a cycle it ends. */
export function copyData(value: unknown): unknown {
  if (!isObject(value)) return value;
  return copyInto(createCopier({ keepFunctions: true }), value);
}

/** A copy fit to be sent: no functions, cut at a cycle and at the depth that passes the door. */
export function copyForView(value: unknown): unknown {
  return copyInto(createCopier({ depthLimit: viewDepthLimit }), value) ?? null;
}

/** Equal as data: same primitives, arrays and objects with equal members. */
export function sameData(one: unknown, other: unknown, depth = 0): boolean {
  if (one === other) return true;
  if (!isObject(one) || !isObject(other)) return Number.isNaN(one) && Number.isNaN(other);
  if (depth > depthLimit || isArray(one) !== isArray(other)) return false;
  if (isArray(one)) {
    if (!isArray(other) || one.length !== other.length) return false;
    for (let at = 0; at < one.length; at += 1) if (!sameData(one[at], other[at], depth + 1)) return false;
    return true;
  }
  if (one instanceof savedDate) return other instanceof savedDate && one.getTime() === other.getTime();
  const keys = ownKeys(one);
  if (keys.length !== ownKeys(other).length) return false;
  for (let at = 0; at < keys.length; at += 1) {
    const key = keys[at];
    if (key !== undefined && (!hasOwn(other, key) || !sameData(one[key], other[key], depth + 1))) return false;
  }
  return true;
}
