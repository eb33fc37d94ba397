import * as v from 'valibot';
import { defineCapability } from './define-capability.ts';
import { flag, maybe, nothing, orElse, text } from './shapes.ts';

const menus = maybe(v.pipe(v.array(text, 'Array'), v.maxLength(10)));
const word = v.pipe(text, v.maxLength(1_000));

/** A page of the program that the user may send along. */
const card = {
  title: orElse(word, ''),
  path: orElse(word, ''),
  imageUrl: orElse(word, ''),
  showCard: orElse(flag, false),
};

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
    description: 'Opens the conversation with the program’s maker.',
    params: v.object({
      /** Told to the program’s server when the user comes. */
      sessionFrom: orElse(word, ''),
      ...card,
    }),
    /** Of the card in the conversation that the user came back by; empty without one. */
    result: v.object({ path: v.string(), query: v.record(v.string(), v.string()) }),
    basic: true,
    byElement: true,
    needs: ['gesture', 'visible'],
    perSecond: 2,
  }),
  openCustomerServiceChat: defineCapability({
    name: 'openCustomerServiceChat',
    answeredBy: 'host',
    description: 'Opens the conversation with the program’s maker.',
    params: v.object({
      extInfo: maybe(v.object({ url: orElse(word, '') })),
      corpId: orElse(word, ''),
      showMessageCard: orElse(flag, false),
      sendMessageTitle: orElse(word, ''),
      sendMessagePath: orElse(word, ''),
      sendMessageImg: orElse(word, ''),
    }),
    result: nothing,
    basic: true,
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
