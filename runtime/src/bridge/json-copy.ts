import { defaultLimits } from '../protocol/sandbox.ts';

/**
 * A fresh copy of what arrived, made of JSON only. Serialised once: a getter or `toJSON` may say what it likes that
 * one time, and what it said is what is validated and acted on. Undefined when it cannot be copied or is too large.
 */
export function jsonCopy(value: unknown, limitCharacters: number = defaultLimits.messageBytes): unknown {
  try {
    const text = JSON.stringify(value);
    if (text === undefined || text.length > limitCharacters) return undefined;
    const copy: unknown = JSON.parse(text);
    return copy;
  } catch {
    return undefined;
  }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
