/**
 * The kinds of controls. A descriptor names an attribute (or an option of a call) and one of these; `value` is what
 * the example starts with.
 */

/** A switch. */
export const flag = (value = false) => ({ kind: 'flag', value });

/**
 * One of some values, the first unless another is given; '' reads as the default.
 * @param {(string | number)[]} options
 * @param {string | number} [value]
 */
export const choice = (options, value = options[0]) => ({ kind: 'choice', options, value });

/**
 * A number on a slider.
 * @param {number} min
 * @param {number} max
 * @param {number} value
 */
export const range = (min, max, value, step = 1) => ({ kind: 'range', min, max, step, value });

/** A line of text. */
export const text = (value = '') => ({ kind: 'text', value });

/**
 * A colour out of a few; those that go with the look unless others are given.
 * @param {string} value
 */
export const color = (value = '#2f7d5b', options = swatches) => ({ kind: 'color', options, value });

const swatches = ['#2f7d5b', '#3a76a8', '#b7791f', '#c2413b', '#7a5a9e', '#66706a'];
