import * as v from 'valibot';
import { defineCapability } from './define-capability.ts';
import { colour, maybe, nothing, number, orElse, required, text, wordOrElse } from './shapes.ts';

/** The bar above the current page. */
export const navigationBar = {
  setNavigationBarTitle: defineCapability({
    name: 'setNavigationBarTitle',
    answeredBy: 'player',
    description: 'Changes the title of the current page.',
    params: v.object({ title: orElse(text, '') }),
    result: nothing,
  }),
  setNavigationBarColor: defineCapability({
    name: 'setNavigationBarColor',
    answeredBy: 'player',
    description: 'Changes the colours of the navigation bar.',
    params: v.object({
      frontColor: required(colour),
      backgroundColor: required(colour),
      animation: maybe(
        v.object({
          duration: orElse(number, 0),
          timingFunc: wordOrElse(['linear', 'easeIn', 'easeOut', 'easeInOut'], 'linear'),
        }),
      ),
    }),
    result: nothing,
  }),
  showNavigationBarLoading: defineCapability({
    name: 'showNavigationBarLoading',
    answeredBy: 'player',
    description: 'Shows a loading mark in the navigation bar.',
    params: nothing,
    result: nothing,
  }),
  hideNavigationBarLoading: defineCapability({
    name: 'hideNavigationBarLoading',
    answeredBy: 'player',
    description: 'Hides the loading mark in the navigation bar.',
    params: nothing,
    result: nothing,
  }),
  hideHomeButton: defineCapability({
    name: 'hideHomeButton',
    answeredBy: 'player',
    description: 'Hides the button that leads to the first page.',
    params: nothing,
    result: nothing,
  }),
};
