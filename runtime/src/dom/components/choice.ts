import { textOf } from '../../view/index.ts';
import { isElement } from '../dom-nodes.ts';
import { isOn } from '../flags.ts';
import type { BuiltIn, ComponentContext, ComponentInstance } from './component.ts';

type ChoiceTag = 'checkbox' | 'radio';

/** What `checkbox` and `radio` share: a mark, then the content; `look` shapes the mark. */
export function choice(tag: ChoiceTag, look: string): BuiltIn {
  return {
    tag,
    flags: ['disabled'],
    attributes: ['checked', 'color'],
    reads: ['value'],
    style:
      `wx-${tag}{display:inline-block;cursor:pointer}` +
      `wx-${tag}>wx-mark{--tr-on:var(--tr-accent);display:inline-block;position:relative;box-sizing:border-box;width:22px;height:22px;` +
      'margin-right:5px;vertical-align:-5px;border:1px solid var(--tr-control-line);background-color:var(--tr-surface)}' +
      `wx-${tag}>wx-mark::after{content:" ";position:absolute;opacity:0}` +
      `wx-${tag}[aria-checked=true]>wx-mark::after{opacity:1}` +
      `wx-${tag}[disabled]{opacity:.5;cursor:default}${look}`,
    build(host) {
      host.setAttribute('role', tag);
      host.setAttribute('aria-checked', 'false');
      host.tabIndex = 0;
      const { ownerDocument } = host;
      host.append(ownerDocument.createElement('wx-mark'), ownerDocument.createElement('wx-content'));
    },
    content: (host) => (isElement(host.lastElementChild) ? host.lastElementChild : host),
    create: (context) => createChoice(context, tag),
  };
}

function createChoice(context: ComponentContext, tag: ChoiceTag): ComponentInstance {
  const { host } = context;
  const mark = host.querySelector<HTMLElement>('wx-mark');
  let initial: boolean | undefined;
  const isChecked = () => host.getAttribute('aria-checked') === 'true';
  const draw = (on: boolean) => host.setAttribute('aria-checked', String(on));
  const group = () => host.closest(`wx-${tag}-group`);
  const checkedOthers = () => group()?.querySelectorAll(`wx-${tag}[aria-checked=true]`) ?? [];

  const toggle = (): void => {
    if (isOn(context.attribute('disabled'))) return;
    if (tag === 'radio' && isChecked()) return;
    if (tag === 'radio') for (const other of checkedOthers()) other.setAttribute('aria-checked', 'false');
    draw(tag === 'radio' || !isChecked());
    const owner = group();
    if (owner) context.instanceOf(owner)?.changed?.();
  };
  if (tag === 'radio') {
    host.addEventListener('keydown', (event) => {
      const step = /^Arrow(Down|Right)$/.test(event.key) ? 1 : /^Arrow(Up|Left)$/.test(event.key) ? -1 : 0;
      const all = [...(group()?.querySelectorAll<HTMLElement>('wx-radio:not([disabled])') ?? [])];
      const next = all[(all.indexOf(host) + step + all.length) % all.length];
      if (step === 0 || !next || next === host) return;
      event.preventDefault();
      next.focus();
      context.instanceOf(next)?.activate?.();
    });
  }
  return {
    update(name, value) {
      if (name === 'color') {
        mark?.style.setProperty('--tr-on', textOf(value) || null);
        return;
      }
      initial ??= isOn(value);
      if (tag === 'radio' && isOn(value))
        for (const other of checkedOthers()) other.setAttribute('aria-checked', 'false');
      draw(isOn(value));
    },
    tap() {
      toggle();
      return true;
    },
    activate: toggle,
    value: () => textOf(context.attribute('value')),
    reset: () => draw(initial ?? false),
  };
}

/** `checkbox-group` (its value is a list) and `radio-group` (one value). */
export function choiceGroup(tag: ChoiceTag): BuiltIn {
  return {
    tag: `${tag}-group`,
    reads: ['name'],
    events: ['change'],
    style: `wx-${tag}-group{display:block}`,
    create(context) {
      const chosen = () =>
        [...context.host.querySelectorAll(`wx-${tag}[aria-checked=true]`)].map((one) =>
          textOf(context.instanceOf(one)?.value?.()),
        );
      const value = () => (tag === 'radio' ? (chosen()[0] ?? '') : chosen());
      return { value, changed: () => context.emit('change', { value: value() }) };
    },
  };
}
