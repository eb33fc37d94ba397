import type { Json } from '../../../protocol/index.ts';
import { ExpressionError } from '../expression/expression.ts';
import { type Part, parseBindings } from '../expression/parse-binding.ts';
import type { Path } from '../expression/paths.ts';
import type { Scope } from '../expression/scope.ts';
import { translate } from '../expression/translate.ts';
import { stringLiteral } from '../generate/literals.ts';
import type { Diagnostics, Place } from '../wxml/diagnostics.ts';
import { decodeEntities } from '../wxml/entities.ts';
import type { WxmlAttribute } from '../wxml/wxml-node.ts';

/** A value of an attribute or a text: known now, or code with what it reads. */
export type Lowered =
  | { readonly kind: 'static'; readonly value: Json }
  | {
      readonly kind: 'dynamic';
      readonly code: string;
      readonly reads: readonly Path[];
      readonly path?: Path | undefined;
    };

/** Text or attribute value as written, with where it stands. */
export interface Written extends Place {
  readonly text: string;
}

/**
 * `typed`: a single `{{x}}` keeps the type of its value. `text`: always a string, nothing for null and undefined.
 * `names`: the same, and a single `{{x}}` that is a list gives its members with spaces between them.
 */
export type Form = 'typed' | 'text' | 'names';

/** Value of an attribute; without `=` it is `missing`. */
export function lowerAttribute(
  attribute: WxmlAttribute,
  missing: Json,
  form: Form,
  scope: Scope,
  diagnostics: Diagnostics,
): Lowered {
  const { value, source, valueStart } = attribute;
  if (value === undefined) return { kind: 'static', value: missing };
  return lowerValue({ text: value, source, start: valueStart }, form, scope, diagnostics);
}

/** Value of text with or without `{{ }}`. A malformed expression becomes a problem and empty text. */
export function lowerValue(written: Written, form: Form, scope: Scope, diagnostics: Diagnostics): Lowered {
  if (!written.text.includes('{{')) return { kind: 'static', value: decodeEntities(written.text) };
  const parts = parseWritten(written, diagnostics);
  if (parts === undefined) return { kind: 'static', value: '' };
  if (form === 'typed' && parts.length === 1) return lowerTyped(parts[0], scope);
  return lowerText(parts, scope, form === 'names' && parts.length === 1);
}

/** The pieces of a text; `undefined` when an expression in it is malformed, which is then reported. */
export function parseWritten({ text, source, start }: Written, diagnostics: Diagnostics): Part[] | undefined {
  try {
    return parseBindings(text, start);
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    diagnostics.problem({ source, start: error.at }, error.message);
    return undefined;
  }
}

function lowerTyped(part: Part | undefined, scope: Scope): Lowered {
  if (part?.kind !== 'binding' || part.expression === undefined) return { kind: 'static', value: '' };
  const { code, reads, path, constant } = translate(part.expression, scope);
  if (constant !== undefined) return { kind: 'static', value: constant };
  return { kind: 'dynamic', code, reads, path };
}

/** Pieces joined as text; static when all of them are. `asNames`: see `Form`. */
export function lowerText(parts: readonly Part[], scope: Scope, asNames = false): Lowered {
  const pieces: string[] = [];
  const reads: Path[] = [];
  let known: string | undefined = '';
  for (const part of parts) {
    if (part.kind === 'text') {
      pieces.push(stringLiteral(part.text));
      known = known === undefined ? undefined : known + part.text;
    } else if (part.expression !== undefined) {
      const translated = translate(part.expression, scope);
      const { constant } = translated;
      pieces.push(`${asNames ? 'c' : 's'}(${translated.code})`);
      reads.push(...translated.reads);
      if (known === undefined || constant === undefined) known = undefined;
      else if (asNames && Array.isArray(constant)) known = constant.join(' ');
      else known += constant === null ? '' : `${constant}`;
    }
  }
  if (known !== undefined) return { kind: 'static', value: known };
  return { kind: 'dynamic', code: pieces.join('+'), reads };
}

/** The code of a value, known or not. */
export function codeOf(value: Lowered): string {
  if (value.kind === 'dynamic') return value.code;
  return typeof value.value === 'string' ? stringLiteral(value.value) : `(${JSON.stringify(value.value)})`;
}
