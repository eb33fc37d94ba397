import { textOf } from '../../view/index.ts';
import type { BuiltIn } from './component.ts';

/** Passes a tap on to its control: the one `for` names, else the first inside. */
export const label: BuiltIn = {
  tag: 'label',
  reads: ['for'],
  style: 'wx-label{display:inline;cursor:pointer}',
  create: (context) => ({
    tap() {
      const id = textOf(context.attribute('for'));
      const named = id === '' ? null : context.document.getElementById(id);
      const instance = named ? context.instanceOf(named) : context.controls()[0]?.instance;
      instance?.activate?.();
      return instance !== undefined;
    },
  }),
};
