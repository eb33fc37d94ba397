import * as v from 'valibot';
import { jsonSchema } from '../protocol/json.ts';
import { defineCapability } from './define-capability.ts';

/**
 * Scroll positions and rectangles are in CSS pixels of the page's viewport. `tag` names the built-in component that
 * draws the node: the guest adds `node` and `context` objects by it. `at` is its block and number: the guest adds
 * dataset and marks, which never leave it. `surface` is what a canvas is drawn on: the first who asks takes it over.
 */
const field = v.picklist(['id', 'rect', 'size', 'scrollOffset', 'tag', 'at', 'surface']);

const nodeQuery = v.object({
  /** `null` asks for the viewport. */
  selector: v.nullable(v.string()),
  /** First match only, as an object or null; otherwise all of them as a list. */
  single: v.boolean(),
  fields: v.array(field),
  /** Further attributes by name. */
  properties: v.optional(v.array(v.string()), []),
  /** CSS properties by name, in either spelling. */
  computedStyle: v.optional(v.array(v.string()), []),
});
export type NodeQuery = v.InferOutput<typeof nodeQuery>;

/** What `createSelectorQuery().exec()` sends; programs know it by that name only. */
export const nodes = {
  queryNodes: defineCapability({
    name: 'queryNodes',
    answeredBy: 'player',
    description: 'Reads position, size and attributes of drawn nodes.',
    params: v.object({
      page: v.number(),
      /** Only nodes within this block: the root block of the component that asks. */
      block: v.nullish(v.number()),
      queries: v.array(nodeQuery),
    }),
    /** One answer a query, in order. */
    result: v.object({ results: v.array(jsonSchema) }),
  }),
};
