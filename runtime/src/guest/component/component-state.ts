import type { ScopeTraits } from '../../protocol/operations.ts';
import { attachBlock, createBlock, detachBlock, moveBlock, updateBlock } from '../blocks/block.ts';
import type { PageOperations } from '../blocks/page-operations.ts';
import { rescopeBlock } from '../blocks/rescope-block.ts';
import type { Block, Holder, Host, Owner, SlotPlace, Unit } from '../blocks/types.ts';
import { copyData } from '../data/copy.ts';
import { createMark, isClean, type Mark } from '../data/marks.ts';
import { callFunction, createObject, getPrototypeOf, isArray, isObject, ownKeys } from '../intrinsics.ts';
import type { Definition, LifetimeName } from './definition.ts';
import { givenClasses } from './external-classes.ts';
import { registerInstance } from './instance-registry.ts';
import { initialValue } from './property.ts';
import type { Relation } from './relation-definition.ts';
import { updateLinks } from './relations.ts';
import type { Surroundings } from './surroundings.ts';
import { type DataChange, type UpdatePass, updateData } from './update-data.ts';
import type { UpdateListener } from './update-figures.ts';
import { visibleData } from './visible-data.ts';

/** Updates of one template that set each other off before this is called an endless loop. */
const roundLimit = 100;
/** How deep they may stand in each other; what comes deeper waits for the one it stands in, for the stack's sake. */
const depthLimit = 20;

/** What a component or page is made from. */
export interface Blueprint {
  readonly path: string;
  readonly definition: Definition;
  /** Prototype of instances: the program's methods over the base library's. */
  readonly prototype: object;
  readonly unit: Unit | undefined;
  /** Page and app styles reach it. */
  readonly sharesStyles: boolean;
  /** `spreads`, `virtual` and `fields` of a component, `withoutApp` of a page. */
  readonly traits: ScopeTraits;
}

/** One page or component instance: its data, its blocks and the object that program code knows as `this`. */
export class ComponentState implements Owner {
  readonly path: string;
  readonly definition: Definition;
  readonly page: PageOperations;
  readonly surroundings: Surroundings;
  readonly host: Host | undefined;
  readonly instance: Record<string, unknown>;
  readonly data: Record<string, unknown>;
  readonly multipleSlots: boolean;
  readonly dynamicSlots: boolean;
  scope = 0;
  readonly #blueprint: Blueprint;
  readonly slots = new Set<SlotPlace>();
  /** By own relations of type parent and ancestor: what they lead to, and the relation it has for this. */
  readonly links = new Map<Relation, { readonly target: ComponentState; readonly relation: Relation }>();
  root: Block | undefined = undefined;
  /** What comes into its template is attached at once; before, it is when the template is. */
  attached = false;
  /** `attached` has been called, or is being called: `detached` is due. */
  #joined = false;
  /** Detached, or about to be: lifetimes run no more. */
  ended = false;
  /** What the template has not seen yet. */
  marks: Mark = createMark();
  /** Set while observers run. */
  pass: UpdatePass | undefined = undefined;
  /** Changes held back by `groupSetData`; undefined outside. */
  held: DataChange[] | undefined = undefined;
  /** Turn in which the template is being updated, how deep in itself, and how often so far. */
  #rendering = 0;
  /** Hears of each update what it took; set by `setUpdatePerformanceListener`. */
  updateListener: UpdateListener | undefined = undefined;
  #depth = 0;
  #rounds = 0;

  constructor(blueprint: Blueprint, page: PageOperations, host: Host | undefined, surroundings: Surroundings) {
    const { path, definition } = blueprint;
    this.path = path;
    this.#blueprint = blueprint;
    this.definition = definition;
    this.page = page;
    this.surroundings = surroundings;
    this.host = host;
    this.multipleSlots = definition.multipleSlots;
    this.dynamicSlots = definition.dynamicSlots && !definition.multipleSlots;
    this.data = initialData(definition, (name, error) =>
      surroundings.reporter.failed(`default of "${name}" of ${path}`, error),
    );
    this.instance = createObject(blueprint.prototype);
    registerInstance(this.instance, this);
    this.instance.data = this.data;
    if (definition.isPage) {
      for (const name of ownKeys(definition.fields)) this.instance[name] = copyField(definition.fields[name]);
      bindMethods(this.instance, definition.methods);
    } else this.instance.properties = this.data;
    this.#takeScope();
    this.#createRoot(blueprint);
    this.run('created');
  }

  /** Style scope of the own template: one for each combination of external classes given. True when it is another now. */
  #takeScope(): boolean {
    const { path, sharesStyles, traits } = this.#blueprint;
    const { spreads, virtual, fields, withoutApp } = traits;
    if (this.host === undefined && path === 'custom-tab-bar/index') {
      // Nobody's template holds it, yet it is a component with a sheet of its own.
      this.scope = this.page.scopeOf(path, sharesStyles, { spreads });
      return false;
    }
    if (this.host === undefined) {
      if (withoutApp) this.page.declarePage(path, { withoutApp });
      return false;
    }
    const outer = this.host.block.environment.owner.scope;
    const classes = givenClasses(this.host, this.definition.externalClasses);
    const scope = this.page.scopeOf(
      path,
      sharesStyles,
      classes ? { spreads, virtual, fields, outer, classes } : { spreads, virtual, fields },
    );
    if (scope === this.scope) return false;
    this.scope = scope;
    return true;
  }

  outerScopeChanged(): void {
    if (this.definition.externalClasses.size > 0 && this.#takeScope() && this.root) rescopeBlock(this.root);
  }

  #createRoot({ unit, path }: Blueprint): void {
    if (unit === undefined) return;
    const { pureData } = this.definition;
    const data = pureData === undefined ? this.data : visibleData(this.data, pureData);
    const environment = { data, modules: unit.modules(), owner: this, page: this.page };
    const holder: Holder = this.host ?? { block: undefined, node: 0 };
    try {
      this.root = createBlock(unit.plan(0), environment, undefined, holder);
    } catch (error) {
      // Out of stack, above all: what is around can still be shown.
      this.surroundings.reporter.failed(`rendering ${path}`, error);
    }
    // Components inside may already have had their say.
    this.render();
  }

  takeProperties(names: readonly string[], values: readonly unknown[]): void {
    const changes: DataChange[] = [];
    for (let at = 0; at < names.length; at += 1) {
      const name = names[at];
      const value = values[at];
      if (name === undefined || !this.definition.properties.has(name)) continue;
      // Most of what a list hands on again is what it was; only observers would notice.
      const isSame = value === this.data[name] && typeof value !== 'object';
      if (!isSame || this.definition.observers.length > 0) changes.push({ path: [name], value: copyData(value) });
    }
    this.outerScopeChanged();
    if (changes.length > 0) updateData(this, changes, true);
  }

  /**
   * Brings the template up to date with `marks`, at once: also when program code that an update of this very
   * template runs has set them. What such code asks for next shows what it has set.
   */
  render(): void {
    const root = this.root;
    if (root === undefined || isClean(this.marks)) return;
    const turn = this.surroundings.turn();
    if (this.#rendering !== turn) {
      // One of an earlier turn was cut off and counts no more.
      this.#rendering = turn;
      this.#depth = 0;
    }
    if (this.#depth === depthLimit) return;
    if (this.#depth === 0) this.#rounds = 0;
    this.#depth += 1;
    try {
      while (!isClean(this.marks)) {
        const marks = this.marks;
        this.marks = createMark();
        this.#rounds += 1;
        if (this.#rounds <= roundLimit) updateBlock(root, { data: marks, rows: undefined });
        else if (this.#rounds === roundLimit + 1) this.#warnEndless();
      }
    } finally {
      this.#depth -= 1;
    }
  }

  #warnEndless(): void {
    this.surroundings.reporter.warn(
      'ENDLESS_UPDATE',
      `${this.path}: updates set each other off without end; the last ones were dropped`,
    );
  }

  /** Runs all functions of a lifetime. */
  run(name: LifetimeName, ...values: readonly unknown[]): void {
    this.#runAll(this.definition.lifetimes.get(name), name, values);
  }

  /** Runs a page lifetime: `show`, `hide`, `resize`. */
  runPageLifetime(name: string, ...values: readonly unknown[]): void {
    this.#runAll(this.definition.pageLifetimes.get(name), name, values);
  }

  #runAll(
    all: readonly ((...values: unknown[]) => unknown)[] | undefined,
    name: string,
    values: readonly unknown[],
  ): void {
    if (all === undefined) return;
    for (const run of all) this.surroundings.reporter.guard(run, this.instance, values, name, this.path);
  }

  attach(): void {
    if (this.#joined || this.ended) return;
    this.#joined = true;
    this.run('attached');
    updateLinks(this, false);
    if (this.ended) return;
    this.attached = true;
    if (this.root !== undefined) attachBlock(this.root);
    this.surroundings.attached(this);
  }

  detach(): void {
    if (this.ended) return;
    this.ended = true;
    // What comes into its template from here on is not attached.
    this.attached = false;
    if (this.root !== undefined) detachBlock(this.root);
    if (!this.#joined) return;
    this.#joined = false;
    this.surroundings.detached(this);
    this.run('detached');
    updateLinks(this, true);
  }

  move(): void {
    if (!this.attached) return;
    if (this.root !== undefined) moveBlock(this.root);
    this.run('moved');
    updateLinks(this, false);
  }
}

function initialData(definition: Definition, failed: (name: string, error: unknown) => void): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  const initial = definition.data;
  for (const key of ownKeys(initial)) data[key] = copyData(initial[key]);
  for (const [name, property] of definition.properties) {
    data[name] = initialValue(property, (error) => failed(name, error));
  }
  return data;
}

/** Methods of what `Page()` made know their page wherever they are called from: `setInterval(this.tick, 100)`. */
function bindMethods(instance: Record<string, unknown>, methods: Definition['methods']): void {
  for (const name of ownKeys(methods)) {
    const method = methods[name];
    if (method !== undefined) instance[name] = (...values: unknown[]) => callFunction(method, instance, values);
  }
}

/** Plain objects and arrays are copied per page instance, anything with a class of its own is shared. */
function copyField(value: unknown): unknown {
  if (isArray(value)) return value.map(copyField);
  if (!isObject(value) || getPrototypeOf(value) !== Object.prototype) return value;
  const copied: Record<string, unknown> = {};
  for (const key of ownKeys(value)) if (key !== '__proto__') copied[key] = copyField(value[key]);
  return copied;
}
