import type { BuiltIn } from './component.ts';

/** A box above native components; here everything is one layer, so it is a box. */
export const coverView: BuiltIn = {
  tag: 'cover-view',
  style: 'wx-cover-view{display:block;overflow:hidden;line-height:1.2;white-space:nowrap}',
};
