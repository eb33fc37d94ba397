import * as v from 'valibot';
import { jsonSchema } from '../protocol/json.ts';
import { defineCapability } from './define-capability.ts';
import { nothing } from './shapes.ts';

/** A sound of the program, by the guest's number; numbers are never used again. */
const sound = v.pipe(v.number(), v.integer(), v.minValue(1));

/** What context objects send; programs know them as `VideoContext`, `MapContext`, `InnerAudioContext` and kin. */
export const nodeCalls = {
  callNode: defineCapability({
    name: 'callNode',
    answeredBy: 'player',
    description: 'Has a component of a page do something.',
    params: v.object({
      page: v.number(),
      /** Only nodes within this block: the root block of the component that asks. */
      block: v.nullish(v.number()),
      selector: v.string(),
      /** Tag of the component; a node of another one is not called. */
      tag: v.optional(v.string()),
      method: v.pipe(v.optional(v.string(), ''), v.maxLength(64)),
      params: v.optional(jsonSchema),
    }),
    result: v.record(v.string(), jsonSchema),
  }),
  /** `this.animate` and `this.clearAnimation`, which go without frames. Answers when all have ended. */
  animateNodes: defineCapability({
    name: 'animateNodes',
    answeredBy: 'player',
    description: 'Moves nodes of a page through keyframes.',
    params: v.object({
      ...{ page: v.number(), block: v.number(), selector: v.string() },
      frames: v.optional(v.pipe(v.array(v.record(v.string(), jsonSchema)), v.maxLength(200))),
      /** Milliseconds. */
      duration: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(3_600_000)), 0),
      /** Only these are cleared. */
      properties: v.optional(v.pipe(v.array(v.string()), v.maxLength(100))),
    }),
    result: nothing,
  }),
  /** What is heard of the sound comes back as a `notify` of the name `sound`. */
  playSound: defineCapability({
    name: 'playSound',
    answeredBy: 'player',
    description: 'Plays a sound, changes it, or ends it.',
    params: v.object({
      sound: v.optional(sound, 1),
      /** A sound that goes on while the program is away. */
      background: v.optional(v.boolean(), false),
      action: v.optional(v.picklist(['set', 'play', 'pause', 'stop', 'seek', 'destroy']), 'set'),
      /** Seconds, for `seek`. */
      position: v.optional(v.pipe(v.number(), v.finite()), 0),
      /** Properties that changed, for `set`. */
      title: v.optional(v.pipe(v.string(), v.maxLength(200))),
      singer: v.optional(v.pipe(v.string(), v.maxLength(200))),
      src: v.optional(v.string()),
      startTime: v.optional(v.pipe(v.number(), v.finite())),
      autoplay: v.optional(v.boolean()),
      loop: v.optional(v.boolean()),
      volume: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
      playbackRate: v.optional(v.pipe(v.number(), v.minValue(0.25), v.maxValue(4))),
    }),
    result: nothing,
  }),
};
