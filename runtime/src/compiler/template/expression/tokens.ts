import { ExpressionError } from './expression.ts';

export interface Token {
  readonly kind: 'name' | 'number' | 'string' | 'mark' | 'end';
  /** As written; a string's content with its escapes resolved. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const skipped = /(?:\s|\/\*.*?\*\/)*/sy;
const name = /[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*/uy;
const number = /0[xX][\da-fA-F]+|0[bB][01]+|0[oO][0-7]+|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
const mark = /\.\.\.|===|!==|>>>|<<|>>|<=|>=|==|!=|&&|\|\||\?\?|\?\.(?!\d)|[-+*/%<>!~&|^?:,.()[\]{}]/y;
// Markup editors write operators this way; `;` has no other use here.
const entity = /&(?:amp;&amp|amp|lt|gt);/y;
const entityMarks = new Map([
  ['&amp;&amp;', '&&'],
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
]);
const string = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/sy;
const escapes: ReadonlyMap<string, string> = new Map(
  Object.entries({ n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', v: '\v', '0': '\0', '\n': '', '\r\n': '' }),
);

/** Splits expression text into tokens, one at a time, looking one ahead. */
export class Tokens {
  readonly #text: string;
  readonly #offset: number;
  #at: number;
  #next: Token | undefined;

  /** Reads `text` from `at`; positions are counted from `offset`, where `text` lies in the source. */
  constructor(text: string, at: number, offset: number) {
    this.#text = text;
    this.#at = at;
    this.#offset = offset;
  }

  peek(): Token {
    this.#next ??= this.#read();
    return this.#next;
  }

  take(): Token {
    const token = this.peek();
    this.#next = undefined;
    return token;
  }

  /** Takes the next token when it is this mark. */
  accept(text: string): boolean {
    const token = this.peek();
    if (token.kind !== 'mark' || token.text !== text) return false;
    this.#next = undefined;
    return true;
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    return pattern.exec(this.#text)?.[0];
  }

  #token(kind: Token['kind'], written: string, text = written): Token {
    const start = this.#offset + this.#at;
    this.#at += written.length;
    return { kind, text, start, end: this.#offset + this.#at };
  }

  #read(): Token {
    this.#at += this.#match(skipped)?.length ?? 0;
    if (this.#at >= this.#text.length) return this.#token('end', '');
    const named = this.#match(name);
    if (named !== undefined) return this.#token('name', named);
    const numeral = this.#match(number);
    if (numeral !== undefined) {
      const token = this.#token('number', numeral);
      const tail = this.#match(name);
      if (tail === undefined) return token;
      throw new ExpressionError(token.start, `"${numeral}${tail}" is neither a number nor a name.`);
    }
    const written = this.#match(entity);
    if (written !== undefined) return this.#token('mark', written, entityMarks.get(written));
    const punctuation = this.#match(mark);
    if (punctuation !== undefined) return this.#token('mark', punctuation);
    return this.#readString();
  }

  #readString(): Token {
    const written = this.#match(string);
    if (written !== undefined) return this.#token('string', written, resolveEscapes(written.slice(1, -1)));
    const at = this.#offset + this.#at;
    const first = this.#text[this.#at] ?? '';
    if (first === '"' || first === "'") throw new ExpressionError(at, `This string has no closing ${first}.`);
    if (first === '=') {
      throw new ExpressionError(at, 'Nothing can be assigned in a template; write "==" or "===" to compare.');
    }
    if (first === '`') throw new ExpressionError(at, "Template strings are not part of WXML; join with '+'.");
    throw new ExpressionError(at, `Unexpected "${first}" in an expression.`);
  }
}

function resolveEscapes(text: string): string {
  if (!text.includes('\\')) return text;
  const pattern = /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|u\{([\da-fA-F]{1,6})\}|(\r\n|.))/gs;
  return text.replace(pattern, (whole, two, four, braced, single) => {
    if (single !== undefined) return escapes.get(single) ?? single;
    const code = Number.parseInt(two ?? four ?? braced, 16);
    return code > 0x10ffff ? whole : String.fromCodePoint(code);
  });
}
