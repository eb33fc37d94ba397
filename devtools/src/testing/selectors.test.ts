import { expect, test } from '@playwright/test';
import { cssOf } from './selectors.ts';

const prefixed = (name: string) => `:is(.${name}, [class$="--${name}"], [class*="--${name} "])`;

for (const [wxml, css] of [
  ['view', 'wx-view'],
  ['scroll-view > text', 'wx-scroll-view > wx-text'],
  ['#add', '#add'],
  ['.item', prefixed('item')],
  ['view.item:first-child .name', `wx-view${prefixed('item')}:first-child ${prefixed('name')}`],
  ['input[type="text"]', 'wx-input[type="text"]'],
  ['view, wx-text', 'wx-view, wx-text'],
  ['view:nth-child(2)', 'wx-view:nth-child(2)'],
] as const)
  test(`${wxml} becomes ${css}`, () => expect(cssOf(wxml)).toBe(css));
