import * as v from 'valibot';
import { defineCapability } from './define-capability.ts';
import { flag, maybe, nothing, orElse, text } from './shapes.ts';

const menus = maybe(v.pipe(v.array(text, 'Array'), v.maxLength(10)));
const word = v.pipe(text, v.maxLength(1_000));

/** Handing a program on, and talking to who made it. */
export const sharing = {
  showShareMenu: defineCapability({
    name: 'showShareMenu',
    answeredBy: 'host',
    description: 'Offers sharing in the program’s menu.',
    params: v.object({ withShareTicket: orElse(flag, false), menus }),
    result: nothing,
    basic: true,
  }),
  hideShareMenu: defineCapability({
    name: 'hideShareMenu',
    answeredBy: 'host',
    description: 'Takes sharing out of the program’s menu.',
    params: v.object({ menus }),
    result: nothing,
    basic: true,
  }),
  updateShareMenu: defineCapability({
    name: 'updateShareMenu',
    answeredBy: 'host',
    description: 'Changes what a share of the program carries.',
    params: v.object({
      withShareTicket: orElse(flag, false),
      isUpdatableMessage: orElse(flag, false),
      isPrivateMessage: orElse(flag, false),
      activityId: maybe(text),
    }),
    result: nothing,
    basic: true,
  }),
  shareAppMessage: defineCapability({
    name: 'shareAppMessage',
    answeredBy: 'host',
    description: 'Shows what the page wants to share, for the user to send.',
    params: v.object({
      /** The page has no onShareAppMessage. */
      unavailable: orElse(flag, false),
      title: orElse(word, ''),
      path: orElse(word, ''),
      imageUrl: orElse(word, ''),
    }),
    result: nothing,
    basic: true,
    needs: ['visible'],
    perSecond: 2,
  }),
  openContact: defineCapability({
    name: 'openContact',
    answeredBy: 'host',
    description: 'Shows how the program’s maker can be reached.',
    params: v.object({ title: orElse(word, ''), path: orElse(word, '') }),
    result: nothing,
    basic: true,
    byElement: true,
    needs: ['gesture', 'visible'],
    perSecond: 2,
  }),
  openFeedback: defineCapability({
    name: 'openFeedback',
    answeredBy: 'host',
    description: 'Lets the user write to the program’s maker.',
    params: nothing,
    result: nothing,
    basic: true,
    byElement: true,
    needs: ['gesture', 'visible'],
    perSecond: 2,
  }),
};
