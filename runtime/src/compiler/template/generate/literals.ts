/** A string as JavaScript source that means the same in any engine, file encoding and script context. */
export function stringLiteral(text: string): string {
  // U+2028 and U+2029 end a line in old grammars; `</` and `<!--` mean something where a script is inlined.
  return JSON.stringify(text).replace(/[\u2028\u2029]|<(?=[/!])/g, (found) => {
    return `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

/** A property key of an object literal. `__proto__` is computed: as a plain key it would set the prototype. */
export function propertyKey(name: string): string {
  if (name === '__proto__') return '["__proto__"]';
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : stringLiteral(name);
}
