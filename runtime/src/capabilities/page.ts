import * as v from 'valibot';
import { defineCapability } from './define-capability.ts';
import { colour, maybe, nothing, number, orElse, text, wordOrElse } from './shapes.ts';

/** The current page as a whole: scroll position, pull-down, background. */
export const page = {
  pageScrollTo: defineCapability({
    name: 'pageScrollTo',
    answeredBy: 'player',
    description: 'Scrolls the page to a position or to an element.',
    params: v.object({
      scrollTop: maybe(number),
      duration: orElse(number, 300),
      selector: maybe(text),
      offsetTop: orElse(number, 0),
    }),
    result: nothing,
  }),
  startPullDownRefresh: defineCapability({
    name: 'startPullDownRefresh',
    answeredBy: 'player',
    description: 'Starts a refresh as if the user had pulled the page down.',
    params: nothing,
    result: nothing,
  }),
  stopPullDownRefresh: defineCapability({
    name: 'stopPullDownRefresh',
    answeredBy: 'player',
    description: 'Ends the refresh of the current page.',
    params: nothing,
    result: nothing,
  }),
  setBackgroundColor: defineCapability({
    name: 'setBackgroundColor',
    answeredBy: 'player',
    description: 'Changes the colour behind the page.',
    params: v.object({
      backgroundColor: maybe(colour),
      backgroundColorTop: maybe(colour),
      backgroundColorBottom: maybe(colour),
    }),
    result: nothing,
  }),
  setBackgroundTextStyle: defineCapability({
    name: 'setBackgroundTextStyle',
    answeredBy: 'player',
    description: 'Chooses dark or light dots for the pull-down.',
    params: v.object({ textStyle: wordOrElse(['dark', 'light'], 'dark') }),
    result: nothing,
  }),
};
