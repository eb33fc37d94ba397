import { copyData } from '../data/copy.ts';
import { isArray, isFunction, isObject } from '../intrinsics.ts';

export type PropertyType = 'string' | 'number' | 'boolean' | 'object' | 'array' | 'function' | 'any';

/** One declared property of a component. */
export interface Property {
  readonly name: string;
  readonly type: PropertyType;
  readonly optionalTypes: readonly PropertyType[];
  /** Author's `value`; undefined for the type's own default. */
  readonly initial: unknown;
  /** A function, or the name of a method. */
  readonly observer: ((...values: unknown[]) => unknown) | string | undefined;
}

/** Reads `name: String` and `name: {type, optionalTypes, value, observer}`. */
export function readProperty(name: string, definition: unknown): Property {
  const short = typeOf(definition);
  if (short !== undefined) return { name, type: short, optionalTypes: [], initial: undefined, observer: undefined };
  if (!isObject(definition)) return { name, type: 'any', optionalTypes: [], initial: undefined, observer: undefined };
  const { type, value, observer, optionalTypes } = definition;
  return {
    name,
    type: typeOf(type) ?? 'any',
    optionalTypes: isArray(optionalTypes) ? optionalTypes.map((one) => typeOf(one) ?? 'any') : [],
    initial: definition.default === undefined || value !== undefined ? value : defaultOf(definition.default),
    observer: isFunction(observer) || typeof observer === 'string' ? observer : undefined,
  };
}

function defaultOf(value: unknown): unknown {
  return isFunction(value) ? value() : value;
}

function typeOf(declared: unknown): PropertyType | undefined {
  switch (declared) {
    case String:
      return 'string';
    case Number:
      return 'number';
    case Boolean:
      return 'boolean';
    case Object:
      return 'object';
    case Array:
      return 'array';
    case Function:
      return 'function';
    case null:
    case undefined:
      return 'any';
    default:
      return undefined;
  }
}

/** A fresh value for an instance that is given none. */
export function initialValue(property: Property): unknown {
  if (property.initial !== undefined) return copyData(property.initial);
  switch (property.type) {
    case 'string':
      return '';
    case 'number':
      return 0;
    case 'boolean':
      return false;
    case 'array':
      return [];
    case 'function':
      return () => {};
    default:
      return null;
  }
}

/** Why a value did not fit; `given` is said of it in the warning. */
export type Misfit = (expected: string, given: string) => void;

/** `value` as the property's type, as WeChat converts it; what cannot be converted gives the default. */
export function convertProperty(property: Property, value: unknown, misfit: Misfit): unknown {
  for (const type of property.optionalTypes) if (matches(type, value)) return value;
  switch (property.type) {
    case 'string':
      if (value === null || value === undefined) {
        misfit('String', 'null');
        return initialValue(property);
      }
      if (typeof value === 'object') misfit('String', 'an object, which was converted');
      return String(value);
    case 'number':
      // As WeChat has it: null and empty text are 0.
      if (typeof value !== 'symbol' && Number.isFinite(Number(value))) return Number(value);
      misfit('Number', typeof value === 'number' ? String(value) : typeof value);
      return initialValue(property);
    case 'boolean':
      return Boolean(value);
    case 'array':
      if (isArray(value)) return value;
      misfit('Array', typeof value);
      return initialValue(property);
    case 'object':
      if (typeof value === 'object') return value;
      misfit('Object', typeof value);
      return initialValue(property);
    case 'function':
      if (isFunction(value)) return value;
      misfit('Function', typeof value);
      return initialValue(property);
    default:
      return value === undefined ? initialValue(property) : value;
  }
}

function matches(type: PropertyType, value: unknown): boolean {
  switch (type) {
    case 'number':
      return Number.isFinite(value);
    case 'array':
      return isArray(value);
    case 'object':
      return typeof value === 'object' && !isArray(value);
    case 'any':
      return value !== undefined;
    default:
      return typeof value === type;
  }
}
