import type { BuiltIn } from './component.ts';
import { image } from './image.ts';

/** A picture above native components, stretched to its box. */
export const coverImage: BuiltIn = {
  ...image,
  tag: 'cover-image',
  noEffect: {},
  style:
    'wx-cover-image{display:inline-block;overflow:hidden;width:auto;height:auto}' +
    'wx-cover-image>img{display:block;width:100%;height:100%}wx-cover-image>img:not([src]){visibility:hidden}',
};
