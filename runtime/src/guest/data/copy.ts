import { isArray, isObject, ownKeys } from '../intrinsics.ts';

/** Why a value cannot be data. `path` leads from the copied value to the offence, for example `.list[3].next`. */
export interface CopyFault {
  readonly reason: 'cyclic' | 'deep';
  readonly path: string;
}

const depthLimit = 200;
/** What passes the door may nest 64 levels, some of which the message itself needs. */
const viewDepthLimit = 48;
const savedDate = Date;
const savedBuffer = ArrayBuffer;

/**
 * Copies values into plain data. `size` grows by about the length of their JSON text in characters, which is
 * close enough to hold a limit against and costs nothing extra. Functions are left out and counted.
 */
export interface Copier {
  size: number;
  functions: number;
  fault: CopyFault | undefined;
  /** Keep functions: property values may carry WXS functions. */
  readonly keepFunctions: boolean;
  readonly depthLimit: number;
  /** Objects being copied right now, outermost first. */
  readonly open: object[];
}

export function createCopier(keepFunctions = false, deepest = depthLimit): Copier {
  return { size: 0, functions: 0, fault: undefined, keepFunctions, depthLimit: deepest, open: [] };
}

/** Copies `value`; stops at the first fault, which is then in `copier.fault`. */
export function copyInto(copier: Copier, value: unknown): unknown {
  switch (typeof value) {
    case 'string':
      copier.size += value.length + 2;
      return value;
    case 'number':
      copier.size += 8;
      return value;
    case 'object':
      if (value === null) {
        copier.size += 4;
        return null;
      }
      return copyObject(copier, value);
    case 'function':
      if (copier.keepFunctions) return value;
      copier.functions += 1;
      return undefined;
    default:
      copier.size += 5;
      return value;
  }
}

function copyObject(copier: Copier, value: object): unknown {
  const open = copier.open;
  if (open.length >= copier.depthLimit || open.includes(value)) {
    copier.fault = { reason: open.includes(value) ? 'cyclic' : 'deep', path: '' };
    return undefined;
  }
  open.push(value);
  const copied = isArray(value) ? copyArray(copier, value) : copyMembers(copier, value);
  open.pop();
  return copied;
}

function copyArray(copier: Copier, value: readonly unknown[]): unknown[] {
  const length = value.length;
  const copied: unknown[] = [];
  for (let at = 0; at < length; at += 1) {
    const item = value[at];
    // Rows of strings and numbers are the common case: spared a call each.
    if (typeof item === 'string') {
      copier.size += item.length + 3;
      copied.push(item);
    } else {
      copier.size += 1;
      copied.push(copyInto(copier, item));
      if (copier.fault !== undefined) {
        copier.fault = { reason: copier.fault.reason, path: `[${at}]${copier.fault.path}` };
        break;
      }
    }
  }
  return copied;
}

function copyMembers(copier: Copier, value: object): unknown {
  if (value instanceof savedDate) {
    copier.size += 26;
    return new savedDate(value.getTime());
  }
  if (value instanceof savedBuffer) {
    copier.size += value.byteLength;
    return value.slice(0);
  }
  if (savedBuffer.isView(value)) {
    // Typed arrays carry bytes, not data for a view; the program and the copy may share them.
    copier.size += value.byteLength;
    return value;
  }
  if (!isObject(value)) return value;
  const copied: Record<string, unknown> = {};
  const keys = ownKeys(value);
  for (let at = 0; at < keys.length; at += 1) {
    const key = keys[at];
    if (key === undefined || key === '__proto__') continue;
    const member = value[key];
    if (typeof member === 'string') {
      copier.size += key.length + member.length + 6;
      copied[key] = member;
      continue;
    }
    copier.size += key.length + 4;
    const copiedMember = copyInto(copier, member);
    if (copier.fault !== undefined) {
      copier.fault = { reason: copier.fault.reason, path: `.${key}${copier.fault.path}` };
      break;
    }
    // A function that was left out leaves no key either, as in JSON.
    if (copiedMember !== undefined || typeof member !== 'function') copied[key] = copiedMember;
  }
  return copied;
}

/** A plain copy of a value, functions included; at a cycle it ends. */
export function copyData(value: unknown): unknown {
  if (!isObject(value)) return value;
  return copyInto(createCopier(true), value);
}

/** A copy fit to be sent: no functions, cut at a cycle and at the depth that passes the door. */
export function copyForView(value: unknown): unknown {
  return copyInto(createCopier(false, viewDepthLimit), value) ?? null;
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
    if (key !== undefined && (!(key in other) || !sameData(one[key], other[key], depth + 1))) return false;
  }
  return true;
}
