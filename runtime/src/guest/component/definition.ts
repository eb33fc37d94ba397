import { isArray, isFunction, isObject, ownKeys } from '../intrinsics.ts';
import type { Observer } from './observers.ts';
import { readObserver } from './observers.ts';
import type { Property } from './property.ts';
import { readProperty } from './property.ts';
import { type Relation, readRelations } from './relation-definition.ts';

export type Method = (...values: unknown[]) => unknown;
export type Options = Record<string, unknown>;

/** What `Component`, `Page` or `Behavior` was given, with everything of its behaviors merged in. */
export interface Definition {
  readonly isPage: boolean;
  readonly properties: Map<string, Property>;
  /** Initial data; instances take copies. */
  readonly data: Record<string, unknown>;
  readonly methods: Record<string, Method>;
  /** A page's members that are neither data nor functions; instances take copies. */
  readonly fields: Record<string, unknown>;
  readonly lifetimes: Map<string, Method[]>;
  readonly pageLifetimes: Map<string, Method[]>;
  readonly observers: Observer[];
  readonly relations: Map<string, Relation>;
  /** Behaviors merged in, as program code knows them. */
  readonly behaviors: Set<unknown>;
  multipleSlots: boolean;
  /** Content is made for every slot; without effect beside `multipleSlots`. */
  dynamicSlots: boolean;
  /** Fields that match are kept from the template. */
  pureData: RegExp | undefined;
  /** Own `styleIsolation`, which wins over the one in JSON. */
  styleIsolation: string | undefined;
  /** Class names that stand for others given from outside, as declared. */
  readonly externalClasses: Set<string>;
  /** Drawn without a host element. */
  virtualHost: boolean;
  /** `export` of `wx://component-export`. */
  exports: Method | undefined;
}

export const lifetimeNames = ['created', 'attached', 'ready', 'moved', 'detached', 'error'] as const;
export type LifetimeName = (typeof lifetimeNames)[number];

/** A definition that does nothing, to be added to. */
export function emptyDefinition(isPage: boolean): Definition {
  return {
    isPage,
    properties: new Map(),
    data: {},
    methods: {},
    fields: {},
    lifetimes: new Map(),
    pageLifetimes: new Map(),
    observers: [],
    relations: new Map(),
    behaviors: new Set(),
    multipleSlots: false,
    dynamicSlots: false,
    pureData: undefined,
    styleIsolation: undefined,
    externalClasses: new Set(),
    virtualHost: false,
    exports: undefined,
  };
}

/** Adds one set of `Component` or `Behavior` options, declared in `file`; later ones win, lifetimes and observers add up. */
export function addOptions(
  definition: Definition,
  options: Options,
  file: string,
  invalid: (message: string) => void,
): void {
  const { properties, data, methods, observers, lifetimes, pageLifetimes } = options;
  if (isObject(properties)) {
    for (const name of ownKeys(properties)) definition.properties.set(name, readProperty(name, properties[name]));
  }
  mergeData(definition.data, isFunction(data) ? data() : data);
  if (isObject(methods)) {
    for (const name of ownKeys(methods)) {
      const method = methods[name];
      if (isFunction(method)) definition.methods[name] = method;
    }
  }
  addLifetimes(definition, options, lifetimes);
  if (isObject(pageLifetimes)) {
    for (const name of ownKeys(pageLifetimes)) addTo(definition.pageLifetimes, name, pageLifetimes[name]);
  }
  if (isObject(observers)) {
    for (const key of ownKeys(observers)) {
      const run = observers[key];
      if (!isFunction(run)) continue;
      try {
        definition.observers.push(readObserver(key, run));
      } catch (error) {
        invalid(error instanceof Error ? error.message : String(error));
      }
    }
  }
  for (const relation of readRelations(options.relations, file, invalid)) {
    definition.relations.set(relation.key, relation);
  }
  addExternalClasses(definition, options.externalClasses);
  addSettings(definition, options);
}

/** Adds what all of a merged behavior brings. */
export function addDefinition(definition: Definition, other: Definition): void {
  for (const [name, property] of other.properties) definition.properties.set(name, property);
  mergeData(definition.data, other.data);
  Object.assign(definition.methods, other.methods);
  Object.assign(definition.fields, other.fields);
  for (const [name, all] of other.lifetimes) for (const run of all) addTo(definition.lifetimes, name, run);
  for (const [name, all] of other.pageLifetimes) for (const run of all) addTo(definition.pageLifetimes, name, run);
  // One that comes along two ways runs twice, unlike lifetimes: so the platform has it.
  definition.observers.push(...other.observers);
  for (const [key, relation] of other.relations) definition.relations.set(key, relation);
  for (const behavior of other.behaviors) definition.behaviors.add(behavior);
  for (const name of other.externalClasses) definition.externalClasses.add(name);
  definition.exports = other.exports ?? definition.exports;
}

function addExternalClasses(definition: Definition, given: unknown): void {
  for (const name of isArray(given) ? given : []) if (typeof name === 'string') definition.externalClasses.add(name);
}

/** Adds `Page` options: functions are methods, everything else but data stays with the instance. */
export function addPageOptions(definition: Definition, options: Options): void {
  for (const name of ownKeys(options)) {
    const value = options[name];
    if (name === 'data') mergeData(definition.data, isFunction(value) ? value() : value);
    else if (isFunction(value)) definition.methods[name] = value;
    else if (name !== 'behaviors' && name !== 'options') definition.fields[name] = value;
  }
  addSettings(definition, options);
}

function addLifetimes(definition: Definition, options: Options, lifetimes: unknown): void {
  const declared = isObject(lifetimes) ? lifetimes : {};
  // The old place, beside `methods`, counts where the new one is silent.
  for (const name of lifetimeNames) if (declared[name] === undefined) addTo(definition.lifetimes, name, options[name]);
  for (const name of ownKeys(declared)) addTo(definition.lifetimes, name, declared[name]);
}

/** A lifetime that comes along two ways through shared behaviors runs once. */
function addTo(all: Map<string, Method[]>, name: string, run: unknown): void {
  if (!isFunction(run)) return;
  const known = all.get(name);
  if (known === undefined) all.set(name, [run]);
  else if (!known.includes(run)) known.push(run);
}

function addSettings(definition: Definition, options: Options): void {
  if (isFunction(options.export)) definition.exports = options.export;
  const settings = options.options;
  if (!isObject(settings)) return;
  if (settings.multipleSlots === true) definition.multipleSlots = true;
  if (settings.dynamicSlots === true) definition.dynamicSlots = true;
  if (typeof settings.virtualHost === 'boolean') definition.virtualHost = settings.virtualHost;
  if (settings.pureDataPattern instanceof RegExp) definition.pureData = settings.pureDataPattern;
  if (typeof settings.styleIsolation === 'string') definition.styleIsolation = settings.styleIsolation;
  else if (settings.addGlobalClass === true) definition.styleIsolation = 'apply-shared';
}

/** Objects on both sides are merged member by member, anything else is replaced. */
function mergeData(into: Record<string, unknown>, from: unknown): void {
  if (!isObject(from)) return;
  for (const key of ownKeys(from)) {
    if (key === '__proto__') continue;
    const own = into[key];
    const value = from[key];
    if (isPlainObject(own) && isPlainObject(value)) {
      const merged = { ...own };
      mergeData(merged, value);
      into[key] = merged;
    } else into[key] = value;
  }
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return isObject(value) && !Array.isArray(value) && !(value instanceof Date);
}
