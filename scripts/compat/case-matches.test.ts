import { expect, test } from '@playwright/test';
import { matches } from '../../sample-apps/gallery/machine/matches.js';

const answer = { errMsg: 'login:ok', code: 'abc', list: [1, 2] };

// A comparison that takes everything would turn every case of the gallery green.
for (const [what, expected, value, taken] of [
  ['errMsg without the name', 'ok', answer, true],
  ['another outcome', 'fail cancel', answer, false],
  ['the whole errMsg', 'login:ok', answer, true],
  ['another call', 'logout:ok', answer, false],
  ['an errMsg that fits', /^login:/, answer, true],
  ['an errMsg that does not fit', /^login:fail/, answer, false],
  ['members that are named', { code: String, list: Array }, answer, true],
  ['a member of another kind', { code: Number }, answer, false],
  ['a member that is not there', { token: String }, answer, false],
  ['a list of the same length', { list: [Number, 2] }, answer, true],
  ['a list of another length', { list: [1] }, answer, false],
  ['any object', {}, answer, true],
  ['no object', {}, undefined, false],
  ['a function', Function, () => undefined, true],
  ['no function', Function, answer, false],
  ['the same value', false, false, true],
  ['nothing', undefined, undefined, true],
  ['something for nothing', undefined, '', false],
  ['an empty text', '', '', true],
] as const) {
  test(`what a case must give: ${what}`, () => {
    expect(matches(expected, value, 'login')).toBe(taken);
  });
}
