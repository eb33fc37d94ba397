import { textOf } from '../../view/index.ts';
import { isOn } from '../flags.ts';
import type { BuiltIn } from './component.ts';
import { createTextField, fieldAttributes, fieldEvents, fieldReads } from './text-field.ts';

const keyboards: ReadonlyMap<string, string> = new Map([
  ['number', 'numeric'],
  ['digit', 'decimal'],
  ['tel', 'tel'],
]);
/** Keys that the keyboard of that type does not have; a real one here types them all the same. */
const foreign: ReadonlyMap<string, RegExp> = new Map([
  ['number', /[^0-9]/],
  ['digit', /[^0-9.]/],
  ['idcard', /[^0-9xX]/],
]);
const enterKeys = ['send', 'search', 'next', 'go', 'done'];

/** One line of text. */
export const input: BuiltIn = {
  tag: 'input',
  reflected: ['type'],
  flags: ['disabled', 'password'],
  attributes: [...fieldAttributes, 'type', 'password', 'confirm-type'],
  reads: fieldReads,
  events: [...fieldEvents, 'change', 'nicknamereview'],
  options: { type: ['text', 'number', 'idcard', 'digit', 'safe-password', 'nickname'], 'confirm-type': enterKeys },
  noEffect: { 'always-embed': 'A field is always part of the page here.' },
  style:
    'wx-input{display:block;height:1.4rem;min-height:1.4rem;overflow:hidden;text-overflow:clip;cursor:text;' +
    'text-align:start}' +
    // Field and placeholder share one grid cell, so both follow the program's height, padding and alignment.
    'wx-input>wx-field{display:grid;width:100%;height:100%;min-height:inherit;align-items:center;' +
    // The row is as high as the box, whatever the font: text that is taller overflows evenly.
    'grid-template-rows:minmax(0,1fr)}' +
    'wx-field>*{grid-area:1/1;min-width:0}' +
    'wx-field>input{width:100%;height:100%;margin:0;padding:0;border:0;border-radius:0;outline:0;background:none;' +
    'font:inherit;color:inherit;letter-spacing:inherit;text-align:inherit;line-height:normal;opacity:1;' +
    '-webkit-text-fill-color:currentColor;caret-color:var(--tr-accent)}' +
    'wx-field>wx-placeholder{display:block;overflow:hidden;white-space:pre;text-overflow:inherit;' +
    'pointer-events:none;color:var(--tr-placeholder)}' +
    'wx-field>wx-placeholder[hidden]{display:none}',
  build(host) {
    const { ownerDocument } = host;
    const box = ownerDocument.createElement('wx-field');
    const field = ownerDocument.createElement('input');
    field.type = 'text';
    field.autocomplete = 'off';
    field.spellcheck = false;
    box.append(ownerDocument.createElement('wx-placeholder'), field);
    host.append(box);
  },
  create(context) {
    const field = context.host.querySelector('input');
    const placeholder = context.host.querySelector<HTMLElement>('wx-placeholder');
    if (!field || !placeholder) return {};
    const shared = createTextField(context, field, placeholder, { placeholderClass: 'input-placeholder' });
    field.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.isComposing) return;
      event.preventDefault();
      context.emit('confirm', { value: field.value });
      if (!isOn(context.attribute('confirm-hold'))) field.blur();
    });
    const typeNow = () => textOf(context.attribute('type'));
    field.addEventListener('beforeinput', (event) => {
      // Typed, not pasted: on a telephone, too, anything can be pasted.
      if (event.inputType === 'insertText' && foreign.get(typeNow())?.test(event.data ?? '')) event.preventDefault();
    });
    field.addEventListener('input', () => {
      // Filled in by the browser rather than typed.
      if (context.document.activeElement !== field) context.emit('change', { value: field.value });
    });
    field.addEventListener('blur', () => {
      // Nobody reviews names here, so the review is always the kind that did not answer in time.
      if (typeNow() === 'nickname') context.emit('nicknamereview', { pass: true, timeout: true });
    });
    const retype = () => {
      const type = typeNow();
      const secret = isOn(context.attribute('password')) || type === 'safe-password' || type === 'password';
      field.type = secret ? 'password' : 'text';
      field.inputMode = keyboards.get(type) ?? '';
    };
    return {
      ...shared,
      update(name, value) {
        if (name === 'type' || name === 'password') return retype();
        if (name === 'confirm-type') field.enterKeyHint = enterKeys.find((key) => key === value) ?? 'done';
        else shared.update(name, value);
      },
    };
  },
};
