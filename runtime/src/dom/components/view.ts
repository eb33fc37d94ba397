import type { BuiltIn } from './component.ts';

/** A box. Its pressed look (`hover-class`) is the frame's work, so a view costs nothing beyond its element. */
export const view: BuiltIn = {
  tag: 'view',
  reads: ['hover-class', 'hover-stop-propagation', 'hover-start-time', 'hover-stay-time'],
  style: 'wx-view{display:block}',
};
