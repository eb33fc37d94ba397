/** The syntax tree of what stands between `{{` and `}}`. `at` is an offset in the source. */
export type Expression =
  | { readonly kind: 'literal'; readonly at: number; readonly value: string | number | boolean | null | undefined }
  | { readonly kind: 'name'; readonly at: number; readonly name: string }
  | { readonly kind: 'member'; readonly at: number; readonly object: Expression; readonly name: string }
  | { readonly kind: 'index'; readonly at: number; readonly object: Expression; readonly index: Expression }
  | { readonly kind: 'call'; readonly at: number; readonly callee: Expression; readonly args: readonly Expression[] }
  | { readonly kind: 'unary'; readonly at: number; readonly operator: UnaryOperator; readonly operand: Expression }
  | {
      readonly kind: 'binary';
      readonly at: number;
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly kind: 'conditional';
      readonly at: number;
      readonly test: Expression;
      readonly then: Expression;
      readonly otherwise: Expression;
    }
  | { readonly kind: 'array'; readonly at: number; readonly items: readonly Item[] }
  | { readonly kind: 'object'; readonly at: number; readonly entries: readonly Entry[] };

export type Item = { readonly spread: boolean; readonly value: Expression };
/** `key: value`, or `...value` without key. */
export type Entry = { readonly key?: string; readonly value: Expression };

export type UnaryOperator = '!' | '-' | '+' | '~' | 'typeof' | 'void';

/** Binding power of each binary operator; all of them are left-associative. */
export const binaryPowers = {
  '??': 2,
  '||': 3,
  '&&': 4,
  '|': 5,
  '^': 6,
  '&': 7,
  '==': 8,
  '!=': 8,
  '===': 8,
  '!==': 8,
  '<': 9,
  '>': 9,
  '<=': 9,
  '>=': 9,
  '<<': 10,
  '>>': 10,
  '>>>': 10,
  '+': 11,
  '-': 11,
  '*': 12,
  '/': 12,
  '%': 12,
} as const;

export type BinaryOperator = keyof typeof binaryPowers;

/** True for the text of a binary operator. */
export function isBinaryOperator(text: string): text is BinaryOperator {
  return Object.hasOwn(binaryPowers, text);
}

/** What stops the parser: where, and what to tell the author. */
export class ExpressionError extends Error {
  readonly at: number;

  constructor(at: number, message: string) {
    super(message);
    this.at = at;
  }
}
