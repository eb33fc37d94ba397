import * as v from 'valibot';
import { defineCapability } from './define-capability.ts';
import { colour, flag, maybe, nothing, number, orElse, required, text, wordOrElse } from './shapes.ts';

/** Toasts, loading, dialogs and action sheets, drawn by the player over the page. */
export const feedback = {
  showToast: defineCapability({
    name: 'showToast',
    answeredBy: 'player',
    description: 'Shows a short message for a while.',
    params: v.object({
      title: orElse(text, ''),
      icon: wordOrElse(['success', 'error', 'loading', 'none'], 'success'),
      image: maybe(text),
      duration: orElse(number, 1500),
      mask: orElse(flag, false),
    }),
    result: nothing,
  }),
  hideToast: defineCapability({
    name: 'hideToast',
    answeredBy: 'player',
    description: 'Hides the message.',
    params: v.object({ noConflict: orElse(flag, false) }),
    result: nothing,
  }),
  showLoading: defineCapability({
    name: 'showLoading',
    answeredBy: 'player',
    description: 'Shows that something is being waited for, until hideLoading.',
    params: v.object({ title: orElse(text, ''), mask: orElse(flag, false) }),
    result: nothing,
  }),
  hideLoading: defineCapability({
    name: 'hideLoading',
    answeredBy: 'player',
    description: 'Hides what showLoading shows.',
    params: v.object({ noConflict: orElse(flag, false) }),
    result: nothing,
  }),
  showModal: defineCapability({
    name: 'showModal',
    answeredBy: 'player',
    description: 'Asks the user to confirm or cancel, or to type a line.',
    params: v.object({
      title: orElse(text, ''),
      content: orElse(text, ''),
      showCancel: orElse(flag, true),
      cancelText: maybe(text),
      cancelColor: maybe(colour),
      confirmText: maybe(text),
      confirmColor: maybe(colour),
      editable: orElse(flag, false),
      placeholderText: orElse(text, ''),
    }),
    result: v.object({ confirm: v.boolean(), cancel: v.boolean(), content: v.nullish(v.string()) }),
  }),
  showActionSheet: defineCapability({
    name: 'showActionSheet',
    answeredBy: 'player',
    description: 'Lets the user choose one of up to six lines.',
    params: v.object({
      alertText: maybe(text),
      itemList: required(
        v.pipe(
          v.array(text, 'Array'),
          v.minLength(1, 'Array with at least one item'),
          v.maxLength(6, 'Array with at most six items'),
        ),
      ),
      itemColor: maybe(colour),
    }),
    result: v.object({ tapIndex: v.number() }),
  }),
};
