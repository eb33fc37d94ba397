import {
  binaryPowers,
  type Entry,
  type Expression,
  ExpressionError,
  type Item,
  isBinaryOperator,
} from './expression.ts';
import type { Token, Tokens } from './tokens.ts';

// Real expressions stay below 10 and 60. The engine in the guest parses what we print with a small stack.
const deepest = 48;
const longest = 1_000;
const unaryPower = 13;

const literals: ReadonlyMap<string, boolean | null | undefined> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
  ['undefined', undefined],
]);

/**
 * Parses what follows `{{` up to (not including) the closing braces: an expression, or the inside of an object
 * literal (`a, b: c, ...d`), the short form of `<template data>`. `undefined` for nothing at all.
 */
export function parseBindingContent(tokens: Tokens): Expression | undefined {
  return new ExpressionParser(tokens).bindingContent();
}

class ExpressionParser {
  readonly #tokens: Tokens;
  #depth = 0;
  #nodes = 0;

  constructor(tokens: Tokens) {
    this.#tokens = tokens;
  }

  bindingContent(): Expression | undefined {
    const first = this.#tokens.peek();
    if (first.kind === 'end' || this.#at('}')) return undefined;
    if (this.#at('...')) return { kind: 'object', at: first.start, entries: this.#entries() };
    const value = this.#expression();
    if (value.kind === 'name' || value.kind === 'literal') {
      const key = value.kind === 'name' ? value.name : String(value.value);
      if (this.#tokens.accept(':')) {
        const entry = { key, value: this.#expression() };
        this.#tokens.accept(',');
        return { kind: 'object', at: first.start, entries: [entry, ...this.#entries()] };
      }
      if (value.kind === 'name' && this.#tokens.accept(',')) {
        return { kind: 'object', at: first.start, entries: [{ key, value }, ...this.#entries()] };
      }
    }
    return value;
  }

  /** Guards recursion: every nested expression passes here. */
  #expression(power = 0): Expression {
    if (this.#depth >= deepest)
      this.#fail(this.#tokens.peek(), `is nested more than ${deepest} deep; compute it in the script`);
    this.#depth += 1;
    const left = this.#infix(this.#unary(), power);
    const value = power === 0 ? this.#conditional(left) : left;
    this.#depth -= 1;
    return value;
  }

  #conditional(test: Expression): Expression {
    if (!this.#tokens.accept('?')) return test;
    const then = this.#expression();
    if (!this.#tokens.accept(':')) this.#unexpected('":" and the other value');
    return this.#count({ kind: 'conditional', at: test.at, test, then, otherwise: this.#expression() });
  }

  #infix(first: Expression, power: number): Expression {
    let left = first;
    for (;;) {
      const { kind, text } = this.#tokens.peek();
      if (kind !== 'mark' || !isBinaryOperator(text) || binaryPowers[text] <= power) return left;
      this.#tokens.take();
      const right = this.#expression(binaryPowers[text]);
      left = this.#count({ kind: 'binary', at: left.at, operator: text, left, right });
    }
  }

  #unary(): Expression {
    const token = this.#tokens.peek();
    const { text, start: at } = token;
    if (token.kind === 'mark' && (text === '!' || text === '-' || text === '+' || text === '~')) {
      this.#tokens.take();
      return this.#count({ kind: 'unary', at, operator: text, operand: this.#expression(unaryPower) });
    }
    if (token.kind === 'name' && (text === 'typeof' || text === 'void')) {
      this.#tokens.take();
      // Also data names: `{{typeof}}`, `{{void.a}}`.
      if (this.#startsOperand(this.#tokens.peek())) {
        return this.#count({ kind: 'unary', at, operator: text, operand: this.#expression(unaryPower) });
      }
      return this.#postfix({ kind: 'name', at, name: text });
    }
    return this.#postfix(this.#primary());
  }

  #startsOperand({ kind, text }: Token): boolean {
    return kind === 'mark' ? /^[([{!~]$/.test(text) : kind !== 'end';
  }

  #primary(): Expression {
    const token = this.#tokens.take();
    const { kind, text, start: at } = token;
    if (kind === 'string') return { kind: 'literal', at, value: text };
    if (kind === 'number') return { kind: 'literal', at, value: Number(text) };
    if (kind === 'name') {
      return literals.has(text) ? { kind: 'literal', at, value: literals.get(text) } : { kind: 'name', at, name: text };
    }
    if (kind === 'mark' && text === '(') {
      const value = this.#expression();
      if (!this.#tokens.accept(')')) this.#unexpected('")"');
      return value;
    }
    if (kind === 'mark' && text === '[') return { kind: 'array', at, items: this.#items() };
    if (kind === 'mark' && text === '{') {
      const entries = this.#entries();
      if (!this.#tokens.accept('}')) this.#unexpected('"," or "}"');
      return { kind: 'object', at, entries };
    }
    if (kind === 'end') throw new ExpressionError(at, 'The expression ends too early: a value and "}}" are missing.');
    throw new ExpressionError(at, `Unexpected "${text}" in an expression: a value was expected.`);
  }

  #postfix(first: Expression): Expression {
    let object = first;
    for (;;) {
      const { at } = object;
      if (this.#tokens.accept('.')) {
        object = this.#count({ kind: 'member', at, object, name: this.#memberName() });
      } else if (this.#tokens.accept('?.')) {
        // Every access tolerates a missing object, so `?.` says nothing new.
        if (this.#at('[') || this.#at('(')) continue;
        object = this.#count({ kind: 'member', at, object, name: this.#memberName() });
      } else if (this.#tokens.accept('[')) {
        const index = this.#expression();
        if (!this.#tokens.accept(']')) this.#unexpected('"]"');
        object = this.#count(memberOrIndex(object, index));
      } else if (this.#tokens.accept('(')) {
        object = this.#count({ kind: 'call', at, callee: object, args: this.#args() });
      } else {
        return object;
      }
    }
  }

  #memberName(): string {
    const token = this.#tokens.take();
    if (token.kind === 'name') return token.text;
    throw new ExpressionError(token.start, 'A member name is missing after the ".".');
  }

  #args(): Expression[] {
    const args: Expression[] = [];
    while (!this.#tokens.accept(')')) {
      args.push(this.#expression());
      if (!this.#tokens.accept(',') && !this.#at(')')) this.#unexpected('"," or ")"');
    }
    return args;
  }

  #items(): Item[] {
    const items: Item[] = [];
    while (!this.#tokens.accept(']')) {
      const hole = this.#tokens.peek();
      if (this.#tokens.accept(',')) {
        items.push({ spread: false, value: { kind: 'literal', at: hole.start, value: undefined } });
        continue;
      }
      items.push({ spread: this.#tokens.accept('...'), value: this.#expression() });
      if (!this.#tokens.accept(',') && !this.#at(']')) this.#unexpected('"," or "]"');
    }
    return items;
  }

  /** Entries up to a `}` or the end, which stays for the caller. */
  #entries(): Entry[] {
    const entries: Entry[] = [];
    while (!this.#at('}') && this.#tokens.peek().kind !== 'end') {
      entries.push(this.#entry());
      if (!this.#tokens.accept(',') && !this.#at('}') && this.#tokens.peek().kind !== 'end') this.#unexpected('","');
    }
    return entries;
  }

  #entry(): Entry {
    if (this.#tokens.accept('...')) return { value: this.#expression() };
    const token = this.#tokens.take();
    if (token.kind === 'mark' || token.kind === 'end') {
      throw new ExpressionError(token.start, `Unexpected "${token.text}" where an object's key was expected.`);
    }
    const key = token.kind === 'number' ? String(Number(token.text)) : token.text;
    if (this.#tokens.accept(':')) return { key, value: this.#expression() };
    if (token.kind !== 'name') this.#unexpected('":"');
    return { key, value: { kind: 'name', at: token.start, name: key } };
  }

  #at(mark: string): boolean {
    const token = this.#tokens.peek();
    return token.kind === 'mark' && token.text === mark;
  }

  #count(made: Expression): Expression {
    this.#nodes += 1;
    if (this.#nodes > longest)
      throw new ExpressionError(made.at, `The expression has more than ${longest} parts; compute it in the script.`);
    return made;
  }

  #unexpected(expected: string): never {
    const token = this.#tokens.peek();
    if (token.kind === 'end')
      throw new ExpressionError(token.start, `The expression ends too early: ${expected} is missing.`);
    throw new ExpressionError(token.start, `Unexpected "${token.text}" in an expression: ${expected} was expected.`);
  }

  #fail(token: Token, what: string): never {
    throw new ExpressionError(token.start, `This expression ${what}.`);
  }
}

/** `a['b']` and `a[0]` are members: their path is known. */
function memberOrIndex(object: Expression, index: Expression): Expression {
  if (index.kind === 'literal' && (typeof index.value === 'string' || typeof index.value === 'number')) {
    return { kind: 'member', at: object.at, object, name: String(index.value) };
  }
  return { kind: 'index', at: object.at, object, index };
}
