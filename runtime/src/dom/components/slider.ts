import type { Json } from '../../protocol/index.ts';
import { textOf } from '../../view/index.ts';
import { isOn, numberOf } from '../flags.ts';
import { claim } from './axis-drag.ts';
import type { BuiltIn, ComponentContext, ComponentInstance } from './component.ts';

/** A value chosen along a line. */
export const slider: BuiltIn = {
  tag: 'slider',
  flags: ['disabled'],
  attributes: [
    'value',
    'min',
    'max',
    'show-value',
    'color',
    'background-color',
    'selected-color',
    'active-color',
    'block-size',
    'block-color',
  ],
  reads: ['step', 'name'],
  events: ['change', 'changing'],
  style:
    'wx-slider{display:flex;align-items:center;margin:10px 18px;touch-action:pan-y;cursor:pointer}' +
    'wx-slider>wx-rail{position:relative;flex:1;height:2px;margin:14px 0;border-radius:1px;background-color:var(--tr-line)}' +
    'wx-rail>wx-fill{position:absolute;inset:0 auto 0 0;width:0;border-radius:inherit;background-color:var(--tr-accent)}' +
    'wx-rail>wx-handle{position:absolute;top:50%;left:0;width:28px;height:28px;border-radius:50%;' +
    'transform:translate(-50%,-50%);background-color:#fff;box-shadow:0 0 4px rgba(0,0,0,.2)}' +
    'wx-slider>wx-amount{min-width:2em;margin-left:14px;text-align:center;color:var(--tr-quiet);' +
    'font-size:14px;font-variant-numeric:tabular-nums}' +
    'wx-slider>wx-amount[hidden]{display:none}wx-slider[disabled]{opacity:.5;cursor:default}',
  build(host) {
    const { ownerDocument } = host;
    const rail = ownerDocument.createElement('wx-rail');
    rail.append(ownerDocument.createElement('wx-fill'), ownerDocument.createElement('wx-handle'));
    const amount = ownerDocument.createElement('wx-amount');
    amount.hidden = true;
    host.setAttribute('role', 'slider');
    host.tabIndex = 0;
    host.append(rail, amount);
  },
  create: createSlider,
};

function createSlider(context: ComponentContext): ComponentInstance {
  const { host, window, attribute } = context;
  const part = (tag: string) => host.querySelector<HTMLElement>(tag);
  const [rail, fill, handle, amount] = [part('wx-rail'), part('wx-fill'), part('wx-handle'), part('wx-amount')];
  const ends = new AbortController();
  const { signal } = ends;
  let value = 0;
  let initial: number | undefined;
  let finger: number | undefined;

  const min = () => numberOf(attribute('min'), 0);
  const max = () => Math.max(min(), numberOf(attribute('max'), 100));
  const step = () => Math.max(1e-6, numberOf(attribute('step'), 1));

  const draw = (to: number): void => {
    value = Math.min(max(), Math.max(min(), to));
    const share = `${max() === min() ? 0 : ((value - min()) / (max() - min())) * 100}%`;
    fill?.style.setProperty('width', share);
    handle?.style.setProperty('left', share);
    if (amount) amount.textContent = String(value);
    host.setAttribute('aria-valuenow', String(value));
    host.setAttribute('aria-valuemin', String(min()));
    host.setAttribute('aria-valuemax', String(max()));
  };
  /** The step nearest to a point, without the dust of binary fractions. */
  const valueAt = (clientX: number): number => {
    const box = rail?.getBoundingClientRect();
    if (!box || box.width === 0) return value;
    const share = Math.min(1, Math.max(0, (clientX - box.left) / box.width));
    const steps = Math.round(((max() - min()) * share) / step());
    return Math.min(max(), Number((min() + steps * step()).toFixed(6)));
  };
  const choose = (to: number, type: 'changing' | 'change'): void => {
    const before = value;
    draw(to);
    if (type === 'change' || value !== before) context.emit(type, { value });
  };

  const keyTarget = (key: string): number | undefined => {
    if (key === 'ArrowRight' || key === 'ArrowUp') return value + step();
    if (key === 'ArrowLeft' || key === 'ArrowDown') return value - step();
    if (key === 'PageUp') return value + 10 * step();
    if (key === 'PageDown') return value - 10 * step();
    if (key === 'Home') return min();
    return key === 'End' ? max() : undefined;
  };
  host.addEventListener(
    'pointerdown',
    (event) => {
      if (isOn(attribute('disabled')) || event.button !== 0 || finger !== undefined) return;
      // A swiper around it stays where it is.
      claim(event, 'x');
      finger = event.pointerId;
      choose(valueAt(event.clientX), 'changing');
    },
    { signal },
  );
  window.addEventListener(
    'pointermove',
    (event) => {
      if (event.pointerId === finger) choose(valueAt(event.clientX), 'changing');
    },
    { signal, passive: true },
  );
  const release = (event: PointerEvent) => {
    if (event.pointerId !== finger) return;
    finger = undefined;
    choose(event.type === 'pointercancel' ? value : valueAt(event.clientX), 'change');
  };
  window.addEventListener('pointerup', release, { signal });
  window.addEventListener('pointercancel', release, { signal });
  host.addEventListener(
    'keydown',
    (event) => {
      const to = keyTarget(event.key);
      if (to === undefined || isOn(attribute('disabled'))) return;
      event.preventDefault();
      choose(Number(to.toFixed(6)), 'change');
    },
    { signal },
  );

  const recolor = () => {
    const filled = textOf(attribute('active-color')) || textOf(attribute('selected-color'));
    const empty = textOf(attribute('background-color')) || textOf(attribute('color'));
    fill?.style.setProperty('background-color', filled || null);
    rail?.style.setProperty('background-color', empty || null);
  };
  const update = (name: string, given: Json): void => {
    if (name === 'value') {
      initial ??= numberOf(given, 0);
      // While the finger is down, the finger decides.
      if (finger === undefined) draw(numberOf(given, 0));
    } else if (name === 'min' || name === 'max') draw(numberOf(attribute('value'), value));
    else if (name === 'show-value' && amount) amount.hidden = !isOn(given);
    else if (name === 'block-color') handle?.style.setProperty('background-color', textOf(given) || null);
    else if (name === 'block-size') {
      const size = `${Math.min(28, Math.max(12, numberOf(given, 28)))}px`;
      handle?.style.setProperty('width', size);
      handle?.style.setProperty('height', size);
    } else recolor();
  };
  return {
    update,
    ready: () => draw(value),
    value: () => value,
    reset: () => draw(initial ?? min()),
    dispose: () => ends.abort(),
  };
}
