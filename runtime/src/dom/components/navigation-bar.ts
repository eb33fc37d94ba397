import type { Json } from '../../protocol/index.ts';
import { textOf } from '../../view/index.ts';
import { isOn, numberOf } from '../flags.ts';
import type { BuiltIn } from './component.ts';

/** Sets the bar above its page, which the player draws. */
export const navigationBar: BuiltIn = {
  tag: 'navigation-bar',
  attributes: ['title', 'loading', 'front-color', 'background-color'],
  reads: ['color-animation-duration'],
  noEffect: { 'color-animation-timing-func': 'The bar changes its colour in one way, which the look has chosen.' },
  style: 'wx-navigation-bar{display:none}',
  create({ attribute, tell }) {
    const given = new Set<string>();
    let attached = false;
    const say = (name: string): void => {
      const detail: Record<string, Json> = {};
      const value = attribute(name) ?? null;
      if (name === 'title') detail.title = textOf(value);
      else if (name === 'loading') detail.loading = isOn(value);
      else if (name === 'front-color') detail.frontColor = textOf(value);
      else {
        detail.backgroundColor = textOf(value);
        detail.duration = Math.max(0, numberOf(attribute('color-animation-duration'), 0));
      }
      tell('navigation-bar', detail);
    };
    return {
      update(name) {
        given.add(name);
        if (attached) say(name);
      },
      attached() {
        attached = true;
        for (const name of given) say(name);
      },
    };
  },
};
