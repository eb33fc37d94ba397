import { textOf } from '../../view/index.ts';
import type { BuiltIn } from './component.ts';

/** A web page in place of the page. It runs in a frame of its own that the player keeps; here is only its address. */
export const webView: BuiltIn = {
  tag: 'web-view',
  attributes: ['src'],
  // Told by the player, which hears the frame.
  events: ['message', 'load', 'error'],
  style: 'wx-web-view{display:block;width:0;height:0}',
  create({ attribute, tell }) {
    let attached = false;
    const show = (): void => tell('web-view', { src: textOf(attribute('src')).trim() });
    return {
      update() {
        if (attached) show();
      },
      attached() {
        attached = true;
        if (attribute('src') !== undefined) show();
      },
      dispose() {
        if (attached) tell('web-view', { src: '' });
      },
    };
  },
};
