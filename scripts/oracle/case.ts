import type { Json } from '@terrarium/runtime/protocol';

/**
 * One generated program, as plain data. Every component has the same fields (`fields.ts`), so that any expression
 * fits anywhere and a smaller case stays a valid one.
 */
export interface OracleCase {
  /** Component 0 is the page. A component uses those after it, so nesting ends. */
  readonly components: readonly ComponentCase[];
  /** A behavior uses those after it. */
  readonly behaviors: readonly BehaviorCase[];
  readonly actions: readonly Action[];
}

export interface ComponentCase extends BehaviorCase {
  readonly template: readonly TemplateNode[];
  /** `<template name="t0">`: nodes in a data environment of their own. */
  readonly part: readonly TemplateNode[];
  readonly slots: 'single' | 'multiple' | 'dynamic';
  readonly pureData: boolean;
}

/** What a behavior and a component have in common. */
export interface BehaviorCase {
  /** Places in the list of behaviors. */
  readonly behaviors: readonly number[];
  readonly data: readonly Assignment[];
  readonly properties: readonly PropertyCase[];
  readonly observers: readonly ObserverCase[];
  readonly lifetimes: readonly LifetimeCase[];
  readonly relations: readonly RelationCase[];
  /** Handlers it brings; each does one thing beside telling. */
  readonly methods: readonly MethodCase[];
}

export interface PropertyCase {
  readonly name: string;
  /** Source text of the definition without its observer. */
  readonly definition: string;
  readonly observer: 'none' | 'function' | 'name';
  readonly effect: Effect;
}

export interface ObserverCase {
  readonly key: string;
  readonly effect: Effect;
}

export interface LifetimeCase {
  readonly name: 'created' | 'attached' | 'ready' | 'moved' | 'detached';
  readonly effect: Effect;
}

export interface MethodCase {
  readonly name: string;
  readonly effect: Effect;
}

export interface RelationCase {
  readonly type: 'parent' | 'child' | 'ancestor' | 'descendant';
  /** Place of a component, or of a behavior. */
  readonly target: { readonly component: number } | { readonly behavior: number };
}

/** What program code does when it is called, beside telling that it was. */
export type Effect =
  | { readonly kind: 'none' }
  | { readonly kind: 'set'; readonly assignments: readonly Assignment[] }
  | { readonly kind: 'count'; readonly field: string }
  | { readonly kind: 'trigger'; readonly options: TriggerOptions };

export interface Assignment {
  readonly path: string;
  readonly value: Json;
}

export interface TriggerOptions {
  readonly bubbles: boolean;
  readonly composed: boolean;
  readonly capturePhase: boolean;
}

export type TemplateNode =
  | { readonly kind: 'text'; readonly before: string; readonly expression: string }
  | ({ readonly kind: 'element'; readonly tag: 'view' | 'text'; readonly title: string | undefined } & Common)
  | ({
      readonly kind: 'component';
      /** Place after the component whose template this is: 0 is the next one. */
      readonly component: number;
      /** `twoWay`: by `model:`, where the value is a place. */
      readonly properties: readonly { readonly name: string; readonly value: string; readonly twoWay: boolean }[];
      /** The abstract tag `<g>` is used here; in a page, and in the last component, it is like any other. */
      readonly abstract: boolean;
      /** What `<g>` is in this component: place after it. */
      readonly generic: number;
    } & Common)
  | {
      readonly kind: 'if';
      readonly branches: readonly { readonly test: string; readonly children: readonly TemplateNode[] }[];
      readonly last: readonly TemplateNode[];
      readonly slot: string | undefined;
    }
  | {
      readonly kind: 'for';
      readonly list: string;
      readonly keyed: boolean;
      readonly slot: string | undefined;
      readonly children: readonly TemplateNode[];
    }
  /** `value`: what it hands to its content as `v`. */
  | { readonly kind: 'slot'; readonly name: string; readonly slot: string | undefined; readonly value: string }
  | { readonly kind: 'part'; readonly is: string; readonly data: string };

interface Common {
  readonly id: string | undefined;
  readonly className: string | undefined;
  readonly style: string | undefined;
  readonly dataset: string | undefined;
  readonly mark: string | undefined;
  readonly slot: string | undefined;
  /** Takes the value `v` of its slot, under this name. */
  readonly takes: 'v' | 'w' | undefined;
  readonly events: readonly EventCase[];
  readonly children: readonly TemplateNode[];
}

export interface EventCase {
  readonly prefix: 'bind' | 'catch' | 'mut-bind' | 'capture-bind' | 'capture-catch';
  readonly type: 'tap' | 'custom';
  readonly handler: string;
}

export type Action =
  | { readonly kind: 'set'; readonly instance: number; readonly assignments: readonly Assignment[] }
  | { readonly kind: 'group'; readonly instance: number; readonly calls: readonly (readonly Assignment[])[] }
  | { readonly kind: 'trigger'; readonly instance: number; readonly options: TriggerOptions }
  | { readonly kind: 'relations'; readonly instance: number }
  | { readonly kind: 'select'; readonly instance: number; readonly selector: string }
  /** A tap at an element, counted in document order. */
  | { readonly kind: 'tap'; readonly element: number };
