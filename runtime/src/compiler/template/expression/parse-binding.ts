import { decodeEntities } from '../wxml/entities.ts';
import { type Expression, ExpressionError } from './expression.ts';
import { parseBindingContent } from './parse-expression.ts';
import { Tokens } from './tokens.ts';

/** A piece of text or of an attribute's value. An empty `{{}}` has no expression. */
export type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'binding'; readonly at: number; readonly expression: Expression | undefined };

/**
 * Splits text as written into static pieces (entities decoded) and expressions. `offset` is where `raw` lies
 * in the source. Throws `ExpressionError` with a position in the source.
 */
export function parseBindings(raw: string, offset: number): Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (;;) {
    const open = raw.indexOf('{{', at);
    const text = raw.slice(at, open === -1 ? raw.length : open);
    if (text !== '') parts.push({ kind: 'text', text: decodeEntities(text) });
    if (open === -1) return parts;
    const tokens = new Tokens(raw, open + 2, offset);
    const expression = parseBindingContent(tokens);
    const first = tokens.take();
    if (first.kind === 'end') {
      throw new ExpressionError(offset + open, 'This "{{" has no "}}". Add it behind the expression.');
    }
    const second = first.text === '}' ? raw[first.end - offset] : undefined;
    if (first.kind !== 'mark' || second !== '}') {
      const found = first.kind === 'string' ? 'a string' : `"${first.text}"`;
      throw new ExpressionError(first.start, `Unexpected ${found} in an expression: an operator or "}}" was expected.`);
    }
    parts.push({ kind: 'binding', at: offset + open, expression });
    at = first.end - offset + 1;
  }
}
