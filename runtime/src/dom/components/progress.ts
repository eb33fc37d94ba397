import { textOf } from '../../view/index.ts';
import { isOn, numberOf } from '../flags.ts';
import { cssLength } from '../inline-style.ts';
import type { BuiltIn } from './component.ts';
import { createMotion, wantsStillness } from './motion.ts';
import { wordsFor } from './words.ts';

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
  reads: ['active', 'active-mode', 'duration'],
  events: ['activeend'],
  options: { 'active-mode': ['backwards', 'forwards'] },
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
    host.setAttribute('aria-label', wordsFor(ownerDocument.defaultView).progress);
    host.setAttribute('aria-valuemin', '0');
    host.setAttribute('aria-valuemax', '100');
    host.append(bar, info);
  },
  create({ host, attribute, window, clock, emit }) {
    const bar = host.querySelector<HTMLElement>('wx-bar');
    const fill = host.querySelector<HTMLElement>('wx-fill');
    const info = host.querySelector<HTMLElement>('wx-info');
    const motion = createMotion(clock, (percent) => {
      if (fill) fill.style.width = `${percent}%`;
    });
    const move = (percent: number): void => {
      if (!isOn(attribute('active')) || wantsStillness(window)) {
        motion.place(percent);
        return;
      }
      // `forwards` goes on from where it stands, else it fills from its beginning.
      if (attribute('active-mode') !== 'forwards') motion.place(0);
      const way = Math.abs(percent - motion.position);
      const ms = way * Math.max(0, numberOf(attribute('duration'), 30));
      motion.glide(
        percent,
        ms,
        () => emit('activeend', { curPercent: percent }),
        (part) => part,
      );
    };
    return {
      update(name, value) {
        if (!bar || !fill || !info) return;
        if (name === 'percent') {
          const percent = Math.min(100, Math.max(0, numberOf(value, 0)));
          move(percent);
          info.textContent = `${percent}%`;
          host.setAttribute('aria-valuenow', String(percent));
        } else if (name === 'show-info') info.hidden = !isOn(value);
        else if (name === 'stroke-width') bar.style.height = cssLength(value) ?? '';
        else if (name === 'border-radius') bar.style.borderRadius = cssLength(value) ?? '';
        else if (name === 'font-size') info.style.fontSize = cssLength(value) ?? '';
        else if (name === 'background-color') bar.style.backgroundColor = textOf(value);
        else fill.style.backgroundColor = textOf(attribute('active-color')) || textOf(attribute('color'));
      },
      dispose: () => motion.stop(),
    };
  },
};
