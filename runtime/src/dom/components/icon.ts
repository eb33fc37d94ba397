import { textOf } from '../../view/index.ts';
import { cssLength } from '../inline-style.ts';
import type { BuiltIn } from './component.ts';

const disc = 'M12 1.5a10.5 10.5 0 1 0 0 21 10.5 10.5 0 0 0 0-21Z';
const tick = 'M7 12.4l3.5 3.5L17.2 9';
const cross = 'M8.4 8.4l7.2 7.2m0-7.2-7.2 7.2';

/** Own drawings on a 24 × 24 grid: `fill` in the icon's colour, `cut` stroked over it in white, `line` stroked. */
interface Drawing {
  readonly color: string;
  readonly fill?: string;
  readonly cut?: string;
  readonly line?: string;
}

const drawings: ReadonlyMap<string, Drawing> = new Map<string, Drawing>([
  ['success', { color: 'accent', fill: disc, cut: tick }],
  ['success_no_circle', { color: 'accent', line: 'M4 12.8l5.3 5.3L20.5 6.5' }],
  ['success_circle', { color: 'accent', line: `${disc}${tick}` }],
  ['info', { color: 'info', fill: disc, cut: 'M12 10.8v6.4M12 7v.4' }],
  ['info_circle', { color: 'info', line: `${disc}M12 10.8v6.4M12 7v.4` }],
  ['warn', { color: 'danger', fill: disc, cut: 'M12 6.4v7.2M12 16.9v.4' }],
  ['waiting', { color: 'info', fill: disc, cut: 'M12 6.5v6l3.6 2.2' }],
  ['waiting_circle', { color: 'info', line: `${disc}M12 6.5v6l3.6 2.2` }],
  ['cancel', { color: 'danger', line: `${disc}${cross}` }],
  ['download', { color: 'accent', line: `${disc}M12 6.6v9.6m-3.8-3.8 3.8 3.8 3.8-3.8` }],
  ['search', { color: 'quiet', line: 'M10.5 3.5a7 7 0 1 0 0 14 7 7 0 0 0 0-14Zm5.2 12.2 5.3 5.3' }],
  ['clear', { color: 'faint', fill: disc, cut: cross }],
  ['circle', { color: 'faint', line: disc }],
]);

const namespace = 'http://www.w3.org/2000/svg';

/** One of the format's icons, 23 pixels unless `size` says otherwise. Drawn inline: nothing is loaded. */
export const icon: BuiltIn = {
  tag: 'icon',
  reflected: ['type'],
  attributes: ['type', 'size', 'color'],
  options: {
    type: ['success', 'success_no_circle', 'info', 'warn', 'waiting', 'cancel', 'download', 'search', 'clear'],
  },
  style:
    'wx-icon{display:inline-block;font-size:0;line-height:0;vertical-align:middle}' +
    'wx-icon>svg{display:block;width:23px;height:23px}' +
    'wx-icon path{fill:none;stroke-linecap:round;stroke-linejoin:round;stroke-width:1.6}' +
    'wx-icon path:first-child{fill:currentColor;stroke:none}' +
    'wx-icon path:nth-child(2){stroke:#fff;stroke-width:2}' +
    'wx-icon path:last-child{stroke:currentColor}',
  build(host) {
    const { ownerDocument } = host;
    const svg = ownerDocument.createElementNS(namespace, 'svg');
    svg.setAttribute('viewBox', '0 0 24 24');
    svg.setAttribute('aria-hidden', 'true');
    for (let part = 0; part < 3; part += 1) svg.append(ownerDocument.createElementNS(namespace, 'path'));
    host.append(svg);
  },
  create({ host, attribute }) {
    const svg = host.querySelector('svg');
    const parts = [...host.querySelectorAll('path')];
    return {
      update(name, value) {
        if (name === 'size') {
          const size = cssLength(value) ?? '';
          svg?.style.setProperty('width', size);
          svg?.style.setProperty('height', size);
          return;
        }
        const drawing = drawings.get(textOf(attribute('type')));
        for (const [part, d] of [drawing?.fill, drawing?.cut, drawing?.line].entries()) {
          parts[part]?.setAttribute('d', d ?? '');
        }
        const fallback = drawing ? `var(--tr-${drawing.color})` : '';
        if (svg) svg.style.color = textOf(attribute('color')) || fallback;
      },
    };
  },
};
