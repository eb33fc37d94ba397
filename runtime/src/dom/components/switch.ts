import { textOf } from '../../view/index.ts';
import { isOn } from '../flags.ts';
import type { BuiltIn } from './component.ts';

/** On or off; `type="checkbox"` draws it as a tick box. */
export const switchControl: BuiltIn = {
  tag: 'switch',
  reflected: ['type'],
  flags: ['disabled'],
  attributes: ['checked', 'color', 'disabled'],
  reads: ['name'],
  options: { type: ['switch', 'checkbox'] },
  events: ['change'],
  style:
    'wx-switch{display:inline-block;cursor:pointer;vertical-align:middle}' +
    'wx-switch>wx-track{--tr-on:var(--tr-accent);display:block;position:relative;box-sizing:border-box;width:52px;height:32px;' +
    'border:1px solid var(--tr-track);border-radius:16px;background-color:var(--tr-track);' +
    'transition:background-color .15s,border-color .15s}' +
    'wx-switch>wx-track::after{content:" ";position:absolute;top:0;left:0;width:30px;height:30px;border-radius:15px;' +
    'background-color:#fff;box-shadow:0 1px 3px rgba(0,0,0,.35);transition:transform .2s ease}' +
    'wx-switch[aria-checked=true]>wx-track{border-color:var(--tr-on);background-color:var(--tr-on)}' +
    'wx-switch[aria-checked=true]>wx-track::after{transform:translateX(20px)}' +
    'wx-switch[type=checkbox]>wx-track{width:22px;height:22px;border-radius:4px;background-color:var(--tr-surface);color:var(--tr-on)}' +
    'wx-switch[type=checkbox]>wx-track::after{top:3px;left:7px;width:5px;height:10px;border:solid currentColor;' +
    'border-width:0 2px 2px 0;border-radius:0;background:none;box-shadow:none;transform:rotate(45deg);opacity:0}' +
    'wx-switch[type=checkbox][aria-checked=true]>wx-track::after{opacity:1;transform:rotate(45deg)}' +
    'wx-switch[disabled]{opacity:.5;cursor:default}',
  build(host) {
    host.setAttribute('role', 'switch');
    host.setAttribute('aria-checked', 'false');
    host.tabIndex = 0;
    host.append(host.ownerDocument.createElement('wx-track'));
  },
  create(context) {
    const track = context.host.querySelector<HTMLElement>('wx-track');
    let on = false;
    let initial: boolean | undefined;
    const draw = (value: boolean) => {
      on = value;
      context.host.setAttribute('aria-checked', String(value));
    };
    const toggle = () => {
      if (isOn(context.attribute('disabled'))) return;
      draw(!on);
      context.emit('change', { value: on });
    };
    return {
      update(name, value) {
        if (name === 'checked') {
          initial ??= isOn(value);
          draw(isOn(value));
        } else if (name === 'color') {
          track?.style.setProperty('--tr-on', textOf(value) || null);
        }
      },
      tap() {
        toggle();
        return true;
      },
      activate: toggle,
      value: () => on,
      reset: () => draw(initial ?? false),
    };
  },
};
