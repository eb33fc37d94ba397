import type { BuiltIn } from './component.ts';

/** Inline text. Line breaks are kept; `decode` and `space` are written by the template's text sites. */
export const text: BuiltIn = {
  tag: 'text',
  flags: ['selectable', 'user-select'],
  reads: ['decode', 'space'],
  options: { space: ['ensp', 'emsp', 'nbsp'] },
  style:
    'wx-text{display:inline;white-space:pre-line}' +
    'wx-text[selectable],wx-text[selectable] *,wx-text[user-select],wx-text[user-select] *' +
    '{-webkit-user-select:text;user-select:text;cursor:text}' +
    'wx-text[user-select]{display:inline-block}',
};
