import * as v from 'valibot';
import { defineCapability } from './define-capability.ts';
import { nothing } from './shapes.ts';

/** The field that is being written in. */
export const keyboard = {
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
