import * as v from 'valibot';
import { defineCapability } from './define-capability.ts';
import { maybe, orElse, required, text, wordOrElse } from './shapes.ts';

/** Fonts that a program brings from outside its package. */
export const font = {
  loadFontFace: defineCapability({
    name: 'loadFontFace',
    answeredBy: 'player',
    description: 'Loads a font for a page, or for all pages, and for canvases.',
    params: v.object({
      family: required(text),
      /** `url("…")` of an https or data address. */
      source: required(text),
      desc: maybe(
        v.object({ style: orElse(text, 'normal'), weight: orElse(text, 'normal'), variant: orElse(text, 'normal') }),
      ),
      global: orElse(v.boolean(), false),
      scopes: v.optional(v.fallback(v.array(wordOrElse(['webview', 'native', 'skyline'], 'webview')), ['webview'])),
    }),
    result: v.object({ status: v.literal('loaded') }),
  }),
};
