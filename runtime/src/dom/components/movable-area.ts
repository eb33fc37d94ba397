import { isOn } from '../flags.ts';
import type { BuiltIn } from './component.ts';

/** The room `movable-view`s move in. With `scale-area`, fingers anywhere in it scale them. */
export const movableArea: BuiltIn = {
  tag: 'movable-area',
  flags: ['scale-area'],
  attributes: ['scale-area'],
  whenUsed: true,
  style: 'wx-movable-area{display:block;position:relative;width:10px;height:10px}',
  create: ({ host }) => ({
    update(name, value) {
      // Two fingers are ours then; the browser would zoom or scroll with them.
      if (name === 'scale-area') host.style.touchAction = isOn(value) ? 'none' : '';
    },
  }),
};
