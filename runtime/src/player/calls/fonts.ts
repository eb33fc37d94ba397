import { type Fonts, fontAddress } from '../fonts.ts';
import type { Navigator } from '../navigator.ts';
import { failed, type PlayerHandlers } from './player-call.ts';

/** `wx.loadFontFace`, for the page on top. */
export function fontCalls(navigator: Navigator, fonts: Fonts): Pick<PlayerHandlers, 'loadFontFace'> {
  return {
    loadFontFace({ family, source, desc, global }) {
      const page = navigator.top;
      const url = fontAddress(source);
      if (!page) return failed('fail there is no page');
      if (url === undefined) return failed('fail source is not url("…") of an https or data address');
      const { style = 'normal', weight = 'normal' } = desc ?? {};
      return fonts.load({ family, url, style, weight }, page, global);
    },
  };
}
