import { copyData } from '../data/copy.ts';
import { isArray, isFunction, isObject } from '../intrinsics.ts';

export type PropertyType = 'string' | 'number' | 'boolean' | 'object' | 'array' | 'function' | 'any';

/** One declared property of a component. */
export interface Property {
  readonly name: string;
  readonly type: PropertyType;
  readonly optionalTypes: readonly PropertyType[];
  /** Author's `value`; undefined for the type's own default. What does not fit later gives that default, not this. */
  readonly initial: unknown;
  /** Author's `default`, which makes a fresh value for each instance and for what does not fit. */
  readonly make: (() => unknown) | undefined;
  /** A function, or the name of a method. */
  readonly observer: ((...values: unknown[]) => unknown) | string | undefined;
}

/** Reads `name: String` and `name: {type, optionalTypes, value, observer}`. */
export function readProperty(name: string, definition: unknown): Property {
  const short = typeOf(definition);
  const plain: Property = {
    name,
    type: short ?? 'any',
    optionalTypes: [],
    initial: undefined,
    make: undefined,
    observer: undefined,
  };
  if (short !== undefined || !isObject(definition)) return plain;
  const { type, value, observer, default: make } = definition;
  const optionalTypes = isArray(definition.optionalTypes)
    ? definition.optionalTypes.map((one) => typeOf(one) ?? 'any')
    : [];
  const declared = typeOf(type) ?? 'any';
  return {
    name,
    // Several types and none before the others: the first is what values are converted to.
    type: declared === 'any' ? (optionalTypes[0] ?? 'any') : declared,
    optionalTypes,
    initial: value === undefined && !isFunction(make) ? make : value,
    make: isFunction(make) ? () => make() : undefined,
    observer: isFunction(observer) || typeof observer === 'string' ? observer : undefined,
  };
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

/** The author's `default` threw; the value of the type stands for what it should have made. */
export type Failed = (error: unknown) => void;

/** A fresh value for an instance that is given none. */
export function initialValue(property: Property, failed: Failed): unknown {
  if (property.make === undefined && property.initial !== undefined) return copyData(property.initial);
  return defaultValue(property, failed);
}

/** What an instance has where it was given nothing usable. */
function defaultValue(property: Property, failed: Failed): unknown {
  try {
    const made = property.make?.();
    if (made !== undefined) return made;
  } catch (error) {
    failed(error);
  }
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
export function convertProperty(property: Property, value: unknown, misfit: Misfit, failed: Failed): unknown {
  for (const type of property.optionalTypes) if (matches(type, value)) return value;
  switch (property.type) {
    case 'string':
      if (value === null || value === undefined) {
        misfit('String', 'null');
        return defaultValue(property, failed);
      }
      if (typeof value === 'object') misfit('String', 'an object, which was converted');
      return String(value);
    case 'number':
      // As WeChat has it: null and empty text are 0.
      if (typeof value !== 'symbol' && Number.isFinite(Number(value))) return Number(value);
      misfit('Number', typeof value === 'number' ? String(value) : typeof value);
      return defaultValue(property, failed);
    case 'boolean':
      return Boolean(value);
    case 'array':
      if (isArray(value)) return value;
      misfit('Array', typeof value);
      return defaultValue(property, failed);
    case 'object':
      if (typeof value === 'object') return value;
      misfit('Object', typeof value);
      return defaultValue(property, failed);
    case 'function':
      if (isFunction(value)) return value;
      misfit('Function', typeof value);
      return defaultValue(property, failed);
    default:
      return value === undefined ? defaultValue(property, failed) : value;
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
