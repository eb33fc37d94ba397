import * as v from 'valibot';
import { defineCapability } from './define-capability.ts';
import { nothing, number, orElse, required, text } from './shapes.ts';

/** `url` is as the program wrote it: absolute, or relative to the page on top, with a query. */
const toPage = v.object({ url: required(text) });

/** Moving between the program's pages. */
export const navigation = {
  navigateTo: defineCapability({
    name: 'navigateTo',
    answeredBy: 'player',
    description: 'Opens a page on top of the current one.',
    params: toPage,
    result: nothing,
  }),
  redirectTo: defineCapability({
    name: 'redirectTo',
    answeredBy: 'player',
    description: 'Closes the current page and opens another in its place.',
    params: toPage,
    result: nothing,
  }),
  navigateBack: defineCapability({
    name: 'navigateBack',
    answeredBy: 'player',
    description: 'Closes one or more pages and returns to the one below.',
    params: v.object({ delta: orElse(number, 1) }),
    result: nothing,
  }),
  switchTab: defineCapability({
    name: 'switchTab',
    answeredBy: 'player',
    description: 'Shows a tab page and closes every page that is not one.',
    params: toPage,
    result: nothing,
  }),
  reLaunch: defineCapability({
    name: 'reLaunch',
    answeredBy: 'player',
    description: 'Closes all pages and opens one.',
    params: toPage,
    result: nothing,
  }),
};
