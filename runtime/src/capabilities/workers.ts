import * as v from 'valibot';
import { defineCapability } from './define-capability.ts';
import { nothing } from './shapes.ts';

/** What `wx.createWorker` and its object send. */
export const workers = {
  /** What the worker says comes back as a `notify` of the name `worker`. */
  orderWorker: defineCapability({
    name: 'orderWorker',
    answeredBy: 'player',
    description: 'Starts a script in a realm of its own, talks to it, or ends it.',
    params: v.object({
      /** The guest's number of it; numbers are never used again. */
      worker: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 1),
      action: v.optional(v.picklist(['create', 'post', 'taken', 'stop']), 'taken'),
      path: v.optional(v.pipe(v.string(), v.maxLength(512)), ''),
      /** A message, as text that only the two guests read. */
      text: v.optional(v.string(), ''),
    }),
    result: nothing,
  }),
};
