/**
 * Whether `value` is what `expected` says. A constructor (`String`, `Object` …) means anything of its kind, a RegExp a
 * text that fits, an object or a list the members it names; a text beside an object means its `errMsg`, which may leave
 * out the `name` of the call before `ok` and `fail`.
 *
 * @param {unknown} expected
 * @param {unknown} value
 * @param {string} name
 * @returns {boolean}
 */
export function matches(expected, value, name) {
  if (typeof expected === 'function') {
    if (expected === Function) return typeof value === 'function';
    return value !== undefined && value !== null && Object(value) instanceof expected;
  }
  if (expected instanceof RegExp) return expected.test(String(isObject(value) ? value.errMsg : value));
  if (typeof expected === 'string' && isObject(value)) {
    return value.errMsg === (/^(ok|fail)\b/.test(expected) ? `${name}:${expected}` : expected);
  }
  if (!isObject(expected)) return Object.is(expected, value);
  if (!isObject(value) || (Array.isArray(expected) && expected.length !== value.length)) return false;
  return Object.keys(expected).every((key) => matches(expected[key], value[key], name));
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
function isObject(value) {
  return typeof value === 'object' && value !== null;
}
