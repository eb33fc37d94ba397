import { textOf } from '../../view/index.ts';
import { isOn, numberOf } from '../flags.ts';
import { cssLength } from '../inline-style.ts';
import type { BuiltIn } from './component.ts';

/** A bar that fills. */
export const progress: BuiltIn = {
  tag: 'progress',
  attributes: [
    'percent',
    'show-info',
    'stroke-width',
    'border-radius',
    'color',
    'active-color',
    'background-color',
    'font-size',
  ],
  reads: ['active', 'duration'],
  style:
    'wx-progress{display:flex;align-items:center}' +
    'wx-progress>wx-bar{flex:1;height:6px;background-color:var(--tr-line);overflow:hidden;display:block}' +
    'wx-progress>wx-bar>wx-fill{display:block;width:0;height:100%;background-color:var(--tr-accent)}' +
    'wx-progress>wx-info{margin-left:15px;min-width:2em;font-variant-numeric:tabular-nums}' +
    'wx-progress>wx-info[hidden]{display:none}',
  build(host) {
    const { ownerDocument } = host;
    const bar = ownerDocument.createElement('wx-bar');
    bar.append(ownerDocument.createElement('wx-fill'));
    const info = ownerDocument.createElement('wx-info');
    info.hidden = true;
    host.setAttribute('role', 'progressbar');
    host.append(bar, info);
  },
  create({ host, attribute, window }) {
    const bar = host.querySelector<HTMLElement>('wx-bar');
    const fill = host.querySelector<HTMLElement>('wx-fill');
    const info = host.querySelector<HTMLElement>('wx-info');
    return {
      update(name, value) {
        if (!bar || !fill || !info) return;
        if (name === 'percent') {
          const percent = Math.min(100, Math.max(0, numberOf(value, 0)));
          const still = !isOn(attribute('active')) || window.matchMedia('(prefers-reduced-motion: reduce)').matches;
          fill.style.transition = still ? '' : `width ${percent * numberOf(attribute('duration'), 30)}ms linear`;
          fill.style.width = `${percent}%`;
          info.textContent = `${percent}%`;
          host.setAttribute('aria-valuenow', String(percent));
        } else if (name === 'show-info') info.hidden = !isOn(value);
        else if (name === 'stroke-width') bar.style.height = cssLength(value) ?? '';
        else if (name === 'border-radius') bar.style.borderRadius = cssLength(value) ?? '';
        else if (name === 'font-size') info.style.fontSize = cssLength(value) ?? '';
        else if (name === 'background-color') bar.style.backgroundColor = textOf(value);
        else fill.style.backgroundColor = textOf(attribute('active-color')) || textOf(attribute('color'));
      },
    };
  },
};
