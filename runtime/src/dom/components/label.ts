import { textOf } from '../../view/index.ts';
import type { BuiltIn } from './component.ts';

/** Passes a tap on to its control: the one `for` names, else the first inside. */
export const label: BuiltIn = {
  tag: 'label',
  reads: ['for'],
  style: 'wx-label{display:inline;cursor:pointer}',
  create(context) {
    const control = () => {
      const id = textOf(context.attribute('for'));
      const named = id === '' ? null : context.document.getElementById(id);
      return named ?? context.controls()[0]?.element;
    };
    return {
      attached() {
        // Its words are the control's name, unless the control has words of its own.
        const host = control();
        const element = host?.querySelector('input,textarea') ?? host;
        const words = context.host.textContent?.trim() ?? '';
        const named = !element || element.hasAttribute('aria-label') || element.textContent?.trim() !== '';
        if (!named && words !== '') element.setAttribute('aria-label', words);
      },
      tap() {
        const element = control();
        const instance = element && context.instanceOf(element);
        instance?.activate?.();
        return instance !== undefined;
      },
    };
  },
};
