import type { CallOutcome, Json } from '../../protocol/index.ts';
import { textOf } from '../../view/index.ts';
import { isOn, isRecord, numberOf } from '../flags.ts';
import { inlineStyle, pixels } from '../inline-style.ts';
import { done, refused } from '../outcome.ts';
import type { ComponentContext, ComponentInstance } from './component.ts';
import { createEchoes } from './echoes.ts';

type Field = HTMLInputElement | HTMLTextAreaElement;

/** Attributes every text field hears of. */
export const fieldAttributes = [
  'value',
  'placeholder',
  'placeholder-class',
  'placeholder-style',
  'disabled',
  'maxlength',
  'focus',
  'auto-focus',
  'cursor',
  'selection-start',
  'selection-end',
  'cursor-color',
  'aria-label',
] as const;

/** Attributes every text field looks at when it needs them. */
export const fieldReads = ['name', 'confirm-hold', 'hold-keyboard', 'adjust-position', 'cursor-spacing'] as const;

/** Events every text field raises. */
export const fieldEvents = [
  'input',
  'focus',
  'blur',
  'confirm',
  'keyboardheightchange',
  'selectionchange',
  'keyboardcompositionstart',
  'keyboardcompositionupdate',
  'keyboardcompositionend',
] as const;

/**
 * What `input` and `textarea` share: a native field whose value the program controls without the user losing
 * text or caret, a placeholder that takes classes, focus, and the events with their details.
 */
export function createTextField(
  context: ComponentContext,
  field: Field,
  placeholder: HTMLElement,
  options: {
    readonly placeholderClass: string;
    onInput?(): void;
    /** Lower edge of the line that is written in, where that is not the field's. */
    lineEdge?(): number;
  },
): ComponentInstance & { readonly update: (name: string, value: Json) => void } {
  const echoes = createEchoes<string>(context.clock);
  let initial: string | undefined;
  let marked = '';
  let wantsFocus = false;
  let inDocument = false;
  let lastKey = 0;
  let composing = false;
  /** What was written and has been replaced by what the program's handler returned. */
  let answered: string | undefined;

  const refresh = () => {
    placeholder.hidden = field.value !== '';
    options.onInput?.();
  };
  /** The element that has the focus is the native field, so the name has to be there, too. */
  const nameField = (): void => {
    const name = textOf(context.attribute('aria-label')) || textOf(context.attribute('placeholder'));
    if (name !== '') field.setAttribute('aria-label', name);
  };
  const cursor = () => field.selectionStart ?? field.value.length;

  const write = (text: string): void => {
    initial ??= text;
    const stale = echoes.isStale(text);
    // Data that repeats what was written does not undo the answer to it.
    if (!stale && text !== answered && field.value !== text) replace(text);
    refresh();
  };

  /** The handler of `input` answered what was written; when the person is further by now, the next answer counts. */
  const answer = (params: Json): CallOutcome => {
    if (!isRecord(params) || composing || field.value !== params.written) return done();
    const text = textOf(params.value);
    answered = field.value;
    if (field.value !== text) replace(text);
    if (typeof params.cursor === 'number' && context.document.activeElement === field) {
      field.setSelectionRange(params.cursor, params.cursor);
    }
    refresh();
    return done();
  };

  /** Sets the text; the caret stays where it is, or at the end when it was there. */
  const replace = (text: string): void => {
    const at = cursor();
    const keep = context.document.activeElement === field && at < field.value.length;
    field.value = text;
    if (keep) field.setSelectionRange(Math.min(at, text.length), Math.min(at, text.length));
  };

  const select = (): void => {
    const start = numberOf(context.attribute('selection-start'), -1);
    const end = numberOf(context.attribute('selection-end'), -1);
    const at = numberOf(context.attribute('cursor'), -1);
    if (start >= 0 && end >= 0) field.setSelectionRange(start, end);
    else if (at >= 0) field.setSelectionRange(at, at);
  };

  const focus = (on: boolean): void => {
    wantsFocus = on;
    if (!inDocument) return;
    if (on) {
      const adjust = context.attribute('adjust-position');
      field.focus({ preventScroll: adjust !== undefined && !isOn(adjust) });
      select();
    } else {
      field.blur();
    }
  };

  field.addEventListener('keydown', (event) => {
    if ('keyCode' in event && typeof event.keyCode === 'number') lastKey = event.keyCode;
  });
  field.addEventListener('input', () => {
    answered = undefined;
    refresh();
    if (context.listens('input')) echoes.tell(field.value);
    context.emit('input', { value: field.value, cursor: cursor(), keyCode: lastKey });
  });
  for (const phase of ['start', 'update', 'end'] as const) {
    field.addEventListener(`composition${phase}`, (event) => {
      composing = phase !== 'end';
      const data = 'data' in event && typeof event.data === 'string' ? event.data : '';
      context.emit(`keyboardcomposition${phase}`, { data });
    });
  }
  let focused: AbortController | undefined;
  const watchFocused = (): void => {
    focused?.abort();
    focused = new AbortController();
    const { signal } = focused;
    let told = '';
    context.document.addEventListener(
      'selectionchange',
      () => {
        const [selectionStart, selectionEnd] = [field.selectionStart ?? 0, field.selectionEnd ?? 0];
        const text = `${selectionStart} ${selectionEnd}`;
        if (text === told) return;
        told = text;
        context.emit('selectionchange', { selectionStart, selectionEnd });
      },
      { signal },
    );
    context.document.addEventListener(
      'mousedown',
      (event) => {
        if (!isOn(context.attribute('hold-keyboard'))) return;
        // The field keeps the focus, unless the press is for another field.
        const inField = event
          .composedPath()
          .some((one) => 'localName' in one && /^(input|textarea)$/.test(`${one.localName}`));
        if (!inField) event.preventDefault();
      },
      { signal },
    );
  };
  let keyboardHeight = 0;
  let writing = false;
  const tellKeyboard = () => context.emit('keyboardheightchange', { height: keyboardHeight, duration: 0 });
  field.addEventListener('focus', () => {
    watchFocused();
    keyboardHeight = 0;
    // Brings the keyboard where one is played; a device's own comes later, and then only it is told.
    context.writing(true);
    writing = true;
    // Without a keyboard on the screen its height is 0; the events still come, programs wait for them.
    context.emit('focus', { value: field.value, height: keyboardHeight });
    tellKeyboard();
  });
  const endWriting = (): void => {
    focused?.abort();
    if (!writing) return;
    writing = false;
    keyboardHeight = 0;
  };
  field.addEventListener('blur', (event) => {
    endWriting();
    // From field to field the keyboard stays.
    const next = 'relatedTarget' in event ? event.relatedTarget : null;
    if (!(next instanceof context.window.Element && next.matches('wx-field>input,wx-textarea>textarea')))
      context.writing(false);
    context.emit('blur', { value: field.value, cursor: cursor() });
    tellKeyboard();
  });

  return {
    update(name, value) {
      switch (name) {
        case 'value':
          return write(textOf(value));
        case 'placeholder':
          placeholder.textContent = textOf(value);
          // For assistive technology and for tests that look a field up by its placeholder.
          field.setAttribute('aria-placeholder', textOf(value));
          nameField();
          return;
        case 'aria-label':
          nameField();
          return;
        case 'placeholder-style':
          placeholder.style.cssText = inlineStyle(value);
          return;
        case 'placeholder-class':
          if (marked !== '') placeholder.classList.remove(...marked.split(/\s+/));
          marked = context.classNames(value).trim();
          if (marked !== '') placeholder.classList.add(...marked.split(/\s+/));
          return;
        case 'disabled':
          field.disabled = isOn(value);
          return;
        case 'maxlength': {
          const limit = numberOf(value, 140);
          if (limit >= 0) field.maxLength = limit;
          else field.removeAttribute('maxlength');
          return;
        }
        case 'focus':
        case 'auto-focus':
          if (isOn(value) || name === 'focus') focus(isOn(value));
          return;
        case 'cursor-color':
          field.style.caretColor = textOf(value);
          return;
        case 'cursor':
        case 'selection-start':
        case 'selection-end':
          if (context.document.activeElement === field) select();
      }
    },
    ready() {
      if (context.attribute('maxlength') === undefined) field.maxLength = 140;
      placeholder.classList.add(options.placeholderClass);
      initial ??= field.value;
      refresh();
    },
    attached() {
      inDocument = true;
      if (wantsFocus) focus(true);
      options.onInput?.();
    },
    activate: () => focus(true),
    value: () => field.value,
    call: (method, params) =>
      method === 'answerInput' ? answer(params) : refused(`fail ${method} is not supported here`, 'NOT_SUPPORTED'),
    reset() {
      field.value = initial ?? '';
      refresh();
    },
    keyboard(height) {
      if (height === keyboardHeight) return;
      keyboardHeight = height;
      if (writing) tellKeyboard();
    },
    writingEdge() {
      const adjust = context.attribute('adjust-position');
      if (adjust !== undefined && !isOn(adjust)) return undefined;
      const { bottom } = context.host.getBoundingClientRect();
      const spacing = pixels(context.attribute('cursor-spacing'), context.window.innerWidth) ?? 0;
      return { caret: Math.min(bottom, options.lineEdge?.() ?? bottom), bottom, spacing };
    },
    shown(shown) {
      // A frame that is covered keeps its focus without a word: nobody writes there, so the keyboard goes.
      if (!shown && writing) field.blur();
    },
    dispose() {
      // An element that is taken away loses the focus without a word.
      if (writing) context.writing(false);
      endWriting();
    },
  };
}
