import type { Problem } from '../../protocol/errors.ts';

/**
 * The text with the regular expression that `problem` is about, one that no engine accepts, as `new RegExp('…')`:
 * that throws where it is evaluated. In WeChat a library with such a literal in code that is never reached loads,
 * while a syntax error would end it. Undefined when the problem is another.
 */
export function deferExpression(text: string, { message, position }: Problem): string | undefined {
  const literal = /^Invalid regular expression: (\/.*\/): /.exec(message)?.[1];
  if (literal === undefined || position === undefined) return undefined;
  const before = text.split(/(?<=\r\n|\r(?!\n)|[\n\u2028\u2029])/).slice(0, position.line - 1);
  const at = before.join('').length + position.column - 1;
  // The parser's own words must be what stands there; else it is left to be reported.
  if (!text.startsWith(literal, at)) return undefined;
  const rest = text.slice(at + literal.length);
  const flags = /^[a-z]*/.exec(rest)?.[0] ?? '';
  const call = `new RegExp(${JSON.stringify(literal.slice(1, -1))}, ${JSON.stringify(flags)})`;
  return text.slice(0, at) + call + rest.slice(flags.length);
}
