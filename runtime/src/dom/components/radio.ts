import { choice, choiceGroup } from './choice.ts';

/** One of several; its group hears of changes. */
export const radio = choice(
  'radio',
  'wx-radio>wx-mark{border-radius:50%}' +
    'wx-radio[aria-checked=true]>wx-mark{border-color:var(--tr-on);background-color:var(--tr-on)}' +
    'wx-radio>wx-mark::after{top:4px;left:7px;width:5px;height:9px;box-sizing:content-box;' +
    'border:solid #fff;border-width:0 2px 2px 0;transform:rotate(45deg)}',
);

export const radioGroup = choiceGroup('radio');
