import * as v from 'valibot';
import { type Json, jsonSchema } from './json.ts';

/**
 * A skeleton is the static part of a block: plain data, kept by the player, validated when a package is
 * opened. Nodes of a block are numbered in document order (a node before its children, starting at 0),
 * over all its roots; operations and events name nodes by that number.
 */
export interface ElementNode {
  readonly kind: 'element';
  /** Built-in component name (`view`, `button`) or any other tag, drawn as a neutral element. */
  readonly tag: string;
  /** Static attributes, names in kebab-case as written. `class`, `style`, `id`, `hidden` are ordinary attributes. */
  readonly attributes?: Readonly<Record<string, Json>> | undefined;
  /** Attribute name → hole. */
  readonly holes?: Readonly<Record<string, number>> | undefined;
  /** Event types some handler on this node listens to. Others need not leave the player. */
  readonly events?: readonly string[] | undefined;
  /** Those of `events` that end here and take what the view itself would do with them: a caught `touchmove` scrolls nothing. */
  readonly catches?: readonly string[] | undefined;
  readonly children?: readonly SkeletonNode[] | undefined;
}

/** Text: either static or one hole. */
export interface TextNode {
  readonly kind: 'text';
  readonly text?: string | undefined;
  readonly hole?: number | undefined;
}

/** A place between siblings where child blocks go: `wx:if`, `wx:for`, `<slot>`, `<template is>`. Draws nothing itself. */
export interface AnchorNode {
  readonly kind: 'anchor';
}

/**
 * The host element of a custom component. Its root block is mounted into it like into an anchor; the slot
 * content is mounted by the guest into the anchors of that root block. When the name turns out to be no
 * component, slot content is mounted here directly.
 */
export interface ComponentNode {
  readonly kind: 'component';
  readonly tag: string;
  readonly attributes?: Readonly<Record<string, Json>> | undefined;
  readonly holes?: Readonly<Record<string, number>> | undefined;
  readonly events?: readonly string[] | undefined;
  readonly catches?: readonly string[] | undefined;
}

export type SkeletonNode = ElementNode | TextNode | AnchorNode | ComponentNode;

/** The static part of one block type. */
export interface Skeleton {
  /** The file it was compiled from, for relative asset paths and for devtools. */
  readonly source: string;
  /** How many holes it has; `Mount.values` has exactly that many. */
  readonly holes: number;
  readonly roots: readonly SkeletonNode[];
  /** Slot content: mounted into a component node only where that turned out to be no component. */
  readonly content?: true | undefined;
}

// The painter draws every tag as `wx-<tag>`, so no name can reach an HTML element that loads or runs anything.
const tagSchema = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9._-]{0,63}$/));
const attributeName = v.pipe(
  v.string(),
  v.regex(/^[a-zA-Z_][\w:.-]{0,127}$/),
  v.check((name) => !/^on/i.test(name), 'attribute is not allowed'),
);
const holeSchema = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(65_535));
const described = {
  tag: tagSchema,
  attributes: v.optional(v.record(attributeName, jsonSchema)),
  holes: v.optional(v.record(attributeName, holeSchema)),
  events: v.optional(v.array(v.pipe(v.string(), v.maxLength(64)))),
  catches: v.optional(v.array(v.pipe(v.string(), v.maxLength(64)))),
};
const nodeSchema: v.GenericSchema<SkeletonNode> = v.variant('kind', [
  v.strictObject({ kind: v.literal('element'), ...described, children: v.optional(v.array(v.lazy(() => nodeSchema))) }),
  v.strictObject({ kind: v.literal('text'), text: v.optional(v.string()), hole: v.optional(holeSchema) }),
  v.strictObject({ kind: v.literal('anchor') }),
  v.strictObject({ kind: v.literal('component'), ...described }),
]);
/** One `*.skeletons.json`: a table indexed by `Mount.skeleton - first`. */
export const skeletonFileSchema = v.strictObject({
  first: holeSchema,
  skeletons: v.array(
    v.strictObject({
      source: v.string(),
      holes: holeSchema,
      roots: v.array(nodeSchema),
      content: v.optional(v.literal(true)),
    }),
  ),
});
export type SkeletonFile = v.InferOutput<typeof skeletonFileSchema>;
