import * as v from 'valibot';
import { defineCapability } from './define-capability.ts';
import { nothing } from './shapes.ts';

/** The field that is being written in. */
export const keyboard = {
  /** What a handler of `input` returned. Without effect when the person has written on meanwhile. */
  answerInput: defineCapability({
    name: 'answerInput',
    answeredBy: 'player',
    description: 'Replaces what was written in a field.',
    params: v.object({
      ...{ page: v.number(), block: v.number(), node: v.number() },
      /** The text that is answered. */
      written: v.string(),
      value: v.string(),
      cursor: v.optional(v.number()),
    }),
    result: nothing,
  }),
  hideKeyboard: defineCapability({
    name: 'hideKeyboard',
    answeredBy: 'player',
    description: 'Leaves the field that is being written in, and with it the keyboard.',
    params: nothing,
    result: nothing,
  }),
  getSelectedTextRange: defineCapability({
    name: 'getSelectedTextRange',
    answeredBy: 'player',
    description: 'Tells what is selected in the field that is being written in.',
    params: nothing,
    result: v.object({ start: v.number(), end: v.number() }),
  }),
};
