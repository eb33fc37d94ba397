import { pixels } from '../inline-style.ts';
import type { BuiltIn } from './component.ts';

/** A box above native components; here everything is one layer, so it is a box. */
export const coverView: BuiltIn = {
  tag: 'cover-view',
  // Of a map's callouts.
  reflected: ['marker-id'],
  attributes: ['scroll-top'],
  whenUsed: true,
  style: 'wx-cover-view{display:block;overflow:hidden;line-height:1.2;white-space:nowrap}',
  create({ host, window }) {
    let top: number | undefined;
    const scroll = () => {
      if (top !== undefined && host.isConnected) host.scrollTop = top;
    };
    return {
      update(_, value) {
        top = pixels(value, window.innerWidth);
        // What is scrolled by the program is scrolled by keys as well.
        host.tabIndex = 0;
        scroll();
      },
      attached: scroll,
    };
  },
};
