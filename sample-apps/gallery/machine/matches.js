/**
 * Whether `value` is what `expected` says. A constructor (`String`, `Object` …) means anything of its kind, a RegExp a
 * text that fits, an object or a list the members it names; a text beside an object means its `errMsg`.
 */
export function matches(expected, value, name) {
  if (typeof expected === 'function') {
    if (expected === Function) return typeof value === 'function';
    return value !== undefined && value !== null && Object(value) instanceof expected;
  }
  if (expected instanceof RegExp) return expected.test(textOf(value));
  if (typeof expected === 'string' && isObject(value)) {
    const whole = /^(ok|fail)/.test(expected) ? `${name}:${expected}` : expected;
    return value.errMsg === whole;
  }
  if (!isObject(expected)) return Object.is(expected, value);
  if (Array.isArray(expected) && expected.length !== value?.length) return false;
  return isObject(value) && Object.keys(expected).every((key) => matches(expected[key], value[key], name));
}

const isObject = (value) => typeof value === 'object' && value !== null;
const textOf = (value) => (isObject(value) ? String(value.errMsg) : String(value));
