import * as v from 'valibot';
import { jsonSchema } from '../protocol/json.ts';
import { defineCapability } from './define-capability.ts';

const names = v.optional(v.array(v.string()), []);
const yes = v.optional(v.boolean(), false);

/** What one query asks of each node it finds. */
const fields = v.object({
  id: yes,
  dataset: yes,
  mark: yes,
  /** `left right top bottom`, in CSS pixels of the page's viewport. */
  rect: yes,
  /** `width height`. */
  size: yes,
  /** `scrollLeft scrollTop scrollWidth scrollHeight`. */
  scrollOffset: yes,
  properties: names,
  computedStyle: names,
});

const nodeQuery = v.variant('kind', [
  v.object({ kind: v.literal('one'), block: v.optional(v.number()), selector: v.string(), fields }),
  v.object({ kind: v.literal('all'), block: v.optional(v.number()), selector: v.string(), fields }),
  /** The page's viewport itself. */
  v.object({ kind: v.literal('viewport'), fields }),
]);
export type NodeQuery = v.InferOutput<typeof nodeQuery>;

/** What `createSelectorQuery().exec()` sends. */
export const nodes = {
  queryNodes: defineCapability({
    name: 'queryNodes',
    answeredBy: 'player',
    description: 'Reads position, size and attributes of drawn nodes.',
    params: v.object({
      page: v.number(),
      /** `block`: search only below the component this block is the root of. */
      queries: v.array(nodeQuery),
    }),
    /** One answer a query, in order: an object or null for `one` and `viewport`, an array for `all`. */
    result: v.object({ results: v.array(jsonSchema) }),
  }),
};
