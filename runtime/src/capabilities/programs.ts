import * as v from 'valibot';
import { jsonSchema } from '../protocol/json.ts';
import { defineCapability } from './define-capability.ts';
import { maybe, nothing, orElse, text } from './shapes.ts';

const extraData = v.optional(jsonSchema);
const another = v.object({
  appId: orElse(text, ''),
  /** With its query. */
  path: orElse(v.pipe(text, v.maxLength(2_000)), ''),
  extraData,
  envVersion: maybe(text),
  shortLink: maybe(text),
});

/** Going from one program to another and back. */
export const programs = {
  navigateToMiniProgram: defineCapability({
    name: 'navigateToMiniProgram',
    answeredBy: 'host',
    description: 'Opens another program, when the user agrees.',
    params: another,
    result: nothing,
    basic: true,
    needs: ['gesture', 'visible'],
    perSecond: 2,
  }),
  openEmbeddedMiniProgram: defineCapability({
    name: 'openEmbeddedMiniProgram',
    answeredBy: 'host',
    description: 'Opens another program above this one, when the user agrees.',
    params: another,
    result: nothing,
    basic: true,
    needs: ['gesture', 'visible'],
    perSecond: 2,
  }),
  navigateBackMiniProgram: defineCapability({
    name: 'navigateBackMiniProgram',
    answeredBy: 'host',
    description: 'Returns to the program that opened this one.',
    params: v.object({ extraData }),
    result: nothing,
    basic: true,
    needs: ['visible'],
    perSecond: 2,
  }),
  exitMiniProgram: defineCapability({
    name: 'exitMiniProgram',
    answeredBy: 'host',
    description: 'Closes this program.',
    params: nothing,
    result: nothing,
    basic: true,
    needs: ['gesture', 'visible'],
    perSecond: 2,
  }),
  restartMiniProgram: defineCapability({
    name: 'restartMiniProgram',
    answeredBy: 'host',
    description: 'Starts this program anew at a page.',
    params: v.object({ path: orElse(v.pipe(text, v.maxLength(2_000)), '') }),
    result: nothing,
    basic: true,
    needs: ['visible'],
    perSecond: 1,
  }),
};
