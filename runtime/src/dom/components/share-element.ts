import { textOf } from '../../view/index.ts';
import { isElement } from '../dom-nodes.ts';
import { isOn, numberOf } from '../flags.ts';
import type { BuiltIn, ComponentContext } from './component.ts';

/** What flies from the page into a page-container that has an element of the same `key`. */
export const shareElement: BuiltIn = {
  tag: 'share-element',
  reflected: ['key'],
  attributes: ['transform', 'duration', 'easing-function'],
  style: 'wx-share-element{display:block}',
  create({ attribute, host, window }) {
    return {
      call(method) {
        if (method !== 'fly' || !isOn(attribute('transform'))) return { ok: true, result: {} };
        const key = host.getAttribute('key');
        const from = [...host.ownerDocument.querySelectorAll('wx-share-element[key]')].find(
          (one) => one.getAttribute('key') === key && !one.closest('wx-page-container'),
        );
        if (!from || window.matchMedia('(prefers-reduced-motion: reduce)').matches) return { ok: true, result: {} };
        const [start, end] = [from.getBoundingClientRect(), host.getBoundingClientRect()];
        if (start.width > 0 && end.width > 0) {
          const move = `translate(${start.left - end.left}px,${start.top - end.top}px)`;
          const scale = `scale(${start.width / end.width},${start.height / end.height})`;
          host.animate(
            { transform: [`${move} ${scale}`, 'none'], transformOrigin: ['0 0', '0 0'] },
            {
              duration: Math.max(0, numberOf(attribute('duration'), 300)),
              easing: easing(attribute('easing-function')),
            },
          );
        }
        return { ok: true, result: {} };
      },
    };
  },
};

/** Has the shared elements inside `container` fly in. */
export function flyIn(container: Element, context: Pick<ComponentContext, 'instanceOf'>): void {
  for (const element of container.querySelectorAll('wx-share-element[key]')) {
    if (isElement(element)) void context.instanceOf(element)?.call?.('fly', {});
  }
}

/** A name CSS knows, else the default: an unknown one would be an exception. */
function easing(value: Parameters<typeof textOf>[0]): string {
  const text = textOf(value);
  return /^(?:linear|ease|ease-in|ease-out|ease-in-out)$/.test(text) ? text : 'ease-out';
}
