import { numberOf } from '../flags.ts';
import { type MediaConditions, watchMedia } from '../media-conditions.ts';
import type { BuiltIn } from './component.ts';

const sizes = ['min-width', 'max-width', 'width', 'min-height', 'max-height', 'height'];

/** Shows what it holds while the page has a certain size. */
export const matchMedia: BuiltIn = {
  tag: 'match-media',
  attributes: [...sizes, 'orientation'],
  options: { orientation: ['portrait', 'landscape'] },
  style: 'wx-match-media{display:block}wx-match-media[data-away]{display:none}',
  create({ attribute, host, window }) {
    let stop: (() => void) | undefined;
    const size = (name: string): number | undefined => {
      const value = numberOf(attribute(name), Number.NaN);
      return Number.isNaN(value) ? undefined : value;
    };
    const watch = (): void => {
      stop?.();
      const orientation = (['portrait', 'landscape'] as const).find((one) => one === attribute('orientation'));
      const conditions: MediaConditions = {
        width: size('width'),
        minWidth: size('min-width'),
        maxWidth: size('max-width'),
        height: size('height'),
        minHeight: size('min-height'),
        maxHeight: size('max-height'),
        orientation,
      };
      stop = watchMedia(window, conditions, (matches) => host.toggleAttribute('data-away', !matches));
    };
    let ready = false;
    return {
      update() {
        if (ready) watch();
      },
      ready() {
        ready = true;
        watch();
      },
      dispose: () => stop?.(),
    };
  },
};
