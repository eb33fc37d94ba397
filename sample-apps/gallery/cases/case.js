/**
 * What a case's own steps may use.
 *
 * @typedef {object} Kit
 * @property {any} wx
 * @property {(name: string, options?: object) => Promise<any>} call the answer of `wx[name]`, of success and of failure alike
 * @property {(name: string, options: object, times: number) => Promise<any>} flood the first refusal of so many calls at once
 * @property {() => Promise<void>} goOn waits for a tap on "Go on": some calls want a fresh one, some have to be looked at
 * @property {() => Promise<void>} untouched waits until the last tap is no longer recent
 * @property {(test: () => Promise<boolean>) => Promise<void>} until waits, half a minute at most
 * @property {() => Promise<void>} comeBack shows this page again after pages were closed
 */

/**
 * What a person does while a case is under way, in order: waits to see what is called so in the sheet; presses a button
 * of the host's sheet, or of the program's own dialog, or "Go on" in the case's line; presses a key; writes into a field
 * of the sheet; chooses the file of that name in `assets`; taps into a field of the page; types the payment PIN; sets
 * the device to another theme.
 *
 * @typedef {{
 *   sees?: string, press?: string, answer?: string, goOn?: true, key?: string, write?: string, into?: string, file?: string,
 *   field?: string, pin?: string, theme?: 'dark' | 'light',
 * }} Part
 */

/**
 * One case. It calls with `options` (one object, callbacks added), with `args` as they stand, or runs its own steps;
 * `gives` is what must come of it, in the words of `machine/matches.js`, `fail …` and `ok` being an `errMsg` without
 * the call's name. One that cannot be says why in `never`.
 *
 * @typedef {{
 *   options?: object, args?: unknown[], run?: (kit: Kit) => unknown, gives?: unknown, person?: Part[], never?: string,
 * }} Case
 */

/**
 * What each call has three of: it works; it is refused, or fails as documented; its argument is wrong. They run in the
 * order they stand in.
 *
 * @typedef {{ works: Case, refused: Case, wrong: Case }} Cases
 */

/** In the order they are shown in. */
export const kinds = /** @type {const} */ (['works', 'refused', 'wrong']);

/**
 * There is no such case.
 * @param {string} why one sentence
 * @returns {Case}
 */
export const never = (why) => ({ never: why });

/**
 * A parameter of the wrong type.
 * @param {string} name
 * @param {string} type
 * @param {unknown} value
 * @param {object} [others] what is right beside it
 * @returns {Case}
 */
export const misfit = (name, type, value, others = {}) => ({
  options: { ...others, ...(value !== undefined && { [name]: value }) },
  gives: `fail parameter error: parameter.${name} should be ${type} instead of ${typeOf(value)};`,
});

/**
 * For calls whose every option may be left out.
 * @type {Case}
 */
export const notAnObject = {
  args: ['no object'],
  gives: 'fail parameter error: parameter should be Object instead of String;',
};

/** @param {unknown} value */
function typeOf(value) {
  if (Array.isArray(value)) return 'Array';
  const type = value === null ? 'null' : typeof value;
  return type.charAt(0).toUpperCase() + type.slice(1);
}

/**
 * The gate lets so many calls a second through; of more at once some are refused.
 * @param {string} name
 * @param {number} perSecond
 * @param {object} [options]
 * @returns {Case}
 */
export const tooOften = (name, perSecond, options = {}) => ({
  run: ({ flood }) => flood(name, options, perSecond * 3),
  gives: 'fail called too frequently',
});
