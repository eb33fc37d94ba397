import { isOn } from '../flags.ts';
import type { BuiltIn } from './component.ts';
import { createTextField, fieldAttributes, fieldEvents, fieldReads } from './text-field.ts';

const confirmKeys = ['send', 'search', 'next', 'go', 'done'];

/** Several lines of text, 300 × 150. With `auto-height` it grows with them. */
export const textarea: BuiltIn = {
  tag: 'textarea',
  flags: ['disabled', 'auto-height'],
  attributes: [...fieldAttributes, 'auto-height', 'confirm-type'],
  reads: [...fieldReads, 'adjust-keyboard-to'],
  events: [...fieldEvents, 'linechange'],
  options: { 'confirm-type': [...confirmKeys, 'return'], 'adjust-keyboard-to': ['cursor', 'bottom'] },
  noEffect: {
    fixed: 'The field is part of the page, so it stays where its box is fixed.',
    'disable-default-padding': 'The field has no padding of its own.',
    'show-confirm-bar': 'There is no bar above a keyboard.',
  },
  style:
    'wx-textarea{display:block;position:relative;width:300px;height:150px;cursor:text}' +
    'wx-textarea[auto-height]{height:auto!important;min-height:1.5em}' +
    'wx-textarea>textarea{display:block;width:100%;height:100%;margin:0;padding:0;border:0;outline:0;resize:none;' +
    'background:none;font:inherit;color:inherit;letter-spacing:inherit;text-align:inherit;line-height:inherit;' +
    'opacity:1;-webkit-text-fill-color:currentColor;caret-color:var(--tr-accent);scrollbar-width:none}' +
    'wx-textarea>wx-placeholder{position:absolute;inset:0;overflow:hidden;white-space:pre-wrap;' +
    'overflow-wrap:anywhere;pointer-events:none;padding:inherit;color:var(--tr-placeholder)}' +
    'wx-textarea>wx-placeholder[hidden]{display:none}',
  build(host) {
    const { ownerDocument } = host;
    const field = ownerDocument.createElement('textarea');
    field.rows = 1;
    field.spellcheck = false;
    host.append(ownerDocument.createElement('wx-placeholder'), field);
  },
  create(context) {
    const field = context.host.querySelector('textarea');
    const placeholder = context.host.querySelector<HTMLElement>('wx-placeholder');
    if (!field || !placeholder) return {};
    let lines = 0;
    const grow = () => {
      if (!isOn(context.attribute('auto-height')) || !field.isConnected) return;
      field.style.height = 'auto';
      const { lines: now, height } = linesOf(field, context.window.getComputedStyle(field).lineHeight);
      field.style.height = `${height}px`;
      if (now === lines) return;
      lines = now;
      context.emit('linechange', { height, heightRpx: (height * 750) / context.window.innerWidth, lineCount: now });
    };
    const shared = createTextField(context, field, placeholder, {
      placeholderClass: 'textarea-placeholder',
      onInput: grow,
      lineEdge() {
        const { top, bottom } = field.getBoundingClientRect();
        if (context.attribute('adjust-keyboard-to') === 'bottom') return bottom;
        return top - field.scrollTop + textHeight(field, context.window.getComputedStyle(field).lineHeight);
      },
    });
    field.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.isComposing) return;
      // Without a confirm-type, Enter makes a line; with Ctrl or Command it confirms as the bar on telephones does.
      const named = confirmKeys.some((key) => key === context.attribute('confirm-type'));
      if (!named && !event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      context.emit('confirm', { value: field.value });
      if (!isOn(context.attribute('confirm-hold'))) field.blur();
    });
    return {
      ...shared,
      update(name, value) {
        if (name === 'auto-height') grow();
        else if (name === 'confirm-type') field.enterKeyHint = confirmKeys.find((key) => key === value) ?? 'enter';
        else shared.update(name, value);
      },
    };
  },
};

/** Whole lines: what of the letters stands out beyond a tight line makes no room of its own. */
function linesOf(field: HTMLTextAreaElement, lineHeight: string): { lines: number; height: number } {
  const each = Number.parseFloat(lineHeight);
  const lines = Math.max(1, Math.round(field.scrollHeight / (each || 24)));
  return { lines, height: each > 0 ? lines * each : field.scrollHeight };
}

/** How high the text before the caret is: browsers do not say, so it is measured in a twin that nobody sees. */
function textHeight(field: HTMLTextAreaElement, lineHeight: string): number {
  const twin = field.ownerDocument.createElement('textarea');
  twin.rows = 1;
  twin.style.cssText = 'position:absolute;visibility:hidden;height:0';
  twin.value = field.value.slice(0, field.selectionEnd);
  field.after(twin);
  const { height } = linesOf(twin, lineHeight);
  twin.remove();
  return height;
}
