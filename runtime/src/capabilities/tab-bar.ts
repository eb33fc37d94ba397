import * as v from 'valibot';
import { defineCapability } from './define-capability.ts';
import { colour, flag, maybe, nothing, number, orElse, required, text } from './shapes.ts';

const index = v.object({ index: required(number) });
const animated = v.object({ animation: orElse(flag, false) });

/** The bar of the program's tab pages. */
export const tabBar = {
  setTabBarItem: defineCapability({
    name: 'setTabBarItem',
    answeredBy: 'player',
    description: 'Changes text or icons of one tab.',
    params: v.object({
      index: required(number),
      text: maybe(text),
      iconPath: maybe(text),
      selectedIconPath: maybe(text),
    }),
    result: nothing,
  }),
  setTabBarStyle: defineCapability({
    name: 'setTabBarStyle',
    answeredBy: 'player',
    description: 'Changes the colours of the tab bar.',
    params: v.object({
      color: maybe(colour),
      selectedColor: maybe(colour),
      backgroundColor: maybe(colour),
      borderStyle: maybe(text),
    }),
    result: nothing,
  }),
  setTabBarBadge: defineCapability({
    name: 'setTabBarBadge',
    answeredBy: 'player',
    description: 'Puts a short text on the corner of a tab.',
    params: v.object({ index: required(number), text: required(text) }),
    result: nothing,
  }),
  removeTabBarBadge: defineCapability({
    name: 'removeTabBarBadge',
    answeredBy: 'player',
    description: 'Removes the text from the corner of a tab.',
    params: index,
    result: nothing,
  }),
  showTabBarRedDot: defineCapability({
    name: 'showTabBarRedDot',
    answeredBy: 'player',
    description: 'Puts a dot on the corner of a tab.',
    params: index,
    result: nothing,
  }),
  hideTabBarRedDot: defineCapability({
    name: 'hideTabBarRedDot',
    answeredBy: 'player',
    description: 'Removes the dot from the corner of a tab.',
    params: index,
    result: nothing,
  }),
  showTabBar: defineCapability({
    name: 'showTabBar',
    answeredBy: 'player',
    description: 'Shows the tab bar again.',
    params: animated,
    result: nothing,
  }),
  hideTabBar: defineCapability({
    name: 'hideTabBar',
    answeredBy: 'player',
    description: 'Hides the tab bar.',
    params: animated,
    result: nothing,
  }),
};
