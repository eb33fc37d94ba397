import { choice, choiceGroup } from './choice.ts';

/** A tick box; its group hears of changes. */
export const checkbox = choice(
  'checkbox',
  'wx-checkbox>wx-mark{border-radius:4px}' +
    'wx-checkbox>wx-mark::after{top:2px;left:6px;width:6px;height:11px;box-sizing:content-box;' +
    'border:solid var(--tr-on);border-width:0 2px 2px 0;transform:rotate(45deg)}',
);

export const checkboxGroup = choiceGroup('checkbox');
