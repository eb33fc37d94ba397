import * as v from 'valibot';
import { defineCapability } from './define-capability.ts';
import { nothing } from './shapes.ts';

const pixels = v.pipe(v.number(), v.finite());
const ratio = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
/** The guest's number for the observer: what is seen comes back under it. */
const observer = v.pipe(v.number(), v.integer(), v.minValue(0));

/** An area that targets are held against: the viewport (`null`) or the first node that `selector` finds. */
const area = v.object({
  selector: v.nullable(v.string()),
  margins: v.object({ left: pixels, right: pixels, top: pixels, bottom: pixels }),
});

const size = v.optional(pixels);
const mediaConditions = v.object({
  width: size,
  minWidth: size,
  maxWidth: size,
  height: size,
  minHeight: size,
  maxHeight: size,
  orientation: v.optional(v.picklist(['landscape', 'portrait'])),
});

/**
 * What `createIntersectionObserver` and `createMediaQueryObserver` send. What is seen comes back as a `notify` of
 * the name `observed`: `{observer, block, node, id, intersectionRatio, intersectionRect, boundingClientRect,
 * relativeRect, time}` or `{observer, matches}`.
 */
export const observers = {
  observeIntersection: defineCapability({
    name: 'observeIntersection',
    answeredBy: 'player',
    description: 'Tells when nodes come into an area of the page or leave it.',
    params: v.object({
      page: v.number(),
      /** Only nodes within this block: the root block of the component that asks. */
      block: v.nullish(v.number()),
      observer,
      selector: v.string(),
      /** All nodes that match, otherwise the first. */
      all: v.boolean(),
      thresholds: v.pipe(v.array(ratio), v.minLength(1), v.maxLength(100)),
      initialRatio: ratio,
      areas: v.pipe(v.array(area), v.minLength(1), v.maxLength(20)),
    }),
    result: nothing,
  }),
  observeMedia: defineCapability({
    name: 'observeMedia',
    answeredBy: 'player',
    description: 'Tells whether the page has a certain size or orientation, now and at each change.',
    params: v.object({ page: v.number(), observer, conditions: mediaConditions }),
    result: nothing,
  }),
  stopObserving: defineCapability({
    name: 'stopObserving',
    answeredBy: 'player',
    description: 'Ends observers.',
    params: v.object({ observers: v.array(observer) }),
    result: nothing,
  }),
};
