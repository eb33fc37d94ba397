import type { Json } from '../../../protocol/index.ts';
import { propertyKey, stringLiteral } from '../generate/literals.ts';
import { constantOf } from './constant.ts';
import { binaryPowers, type Entry, type Expression, type Item } from './expression.ts';
import { memberPath, type Path } from './paths.ts';
import type { Scope } from './scope.ts';

/**
 * An expression as JavaScript over the parameters `d` (data), `r` (row) and `m` (modules), with everything it
 * reads. No name of the author's becomes an identifier of the code: names appear after a dot or in quotes.
 */
export interface Translated {
  readonly code: string;
  readonly reads: readonly Path[];
  /** The place whose value it is, when it is nothing but a static path. */
  readonly path?: Path | undefined;
  /** Its value when it reads nothing. */
  readonly constant?: Json | undefined;
}

/** The functions the printed code calls; the unit defines them once. */
export const runtimeFunctions = {
  /** Text of a value: nothing for null and undefined. */
  s: 'const s=v=>typeof v==="string"?v:v==null?"":"".concat(v);',
  /** Class names: those of a list stand side by side. */
  c: 'const c=v=>typeof v==="string"?v:v==null?"":Array.isArray(v)?v.join(" "):"".concat(v);',
  /** Own member: a data member may be called `constructor`, but nothing inherited is data. */
  o: 'const o=(v,k)=>v!=null&&Object.hasOwn(v,k)?v[k]:undefined;',
  /** What `...v` adds to an array: nothing when `v` is no list. */
  l: 'const l=v=>v!=null&&typeof v[Symbol.iterator]==="function"?v:[];',
} as const;

const powers = { conditional: 1, unary: 13, postfix: 14, primary: 15 } as const;
const inherited = new Set(Object.getOwnPropertyNames(Object.prototype));

interface Printed extends Translated {
  readonly power: number;
  /** Of a member: what its object reads. */
  readonly ownerReads?: readonly Path[];
}

/** Translates one expression as seen from `scope`. */
export function translate(expression: Expression, scope: Scope): Translated {
  const { code, reads, path } = print(expression, scope);
  return { code, reads, path, constant: reads.length === 0 ? constantOf(expression) : undefined };
}

function print(expression: Expression, scope: Scope): Printed {
  switch (expression.kind) {
    case 'literal':
      return { code: literalCode(expression.value), reads: [], power: literalPower(expression.value) };
    case 'name':
      return printName(expression.name, scope);
    case 'member':
      return printMember(expression.object, expression.name, scope);
    case 'index': {
      const object = print(expression.object, scope);
      const index = print(expression.index, scope);
      const code = `${wrap(object, powers.postfix)}?.[${index.code}]`;
      return { code, reads: [...object.reads, ...index.reads], power: powers.postfix };
    }
    case 'call':
      return printCall(expression.callee, expression.args, scope);
    case 'unary': {
      const operand = print(expression.operand, scope);
      const space = expression.operator.length > 1 ? ' ' : '';
      // One above its own power: `- -a` must not become `--a`.
      const code = `${expression.operator}${space}${wrap(operand, powers.unary + 1)}`;
      return { code, reads: operand.reads, power: powers.unary };
    }
    case 'binary': {
      const power = binaryPowers[expression.operator];
      const left = print(expression.left, scope);
      const right = print(expression.right, scope);
      // JavaScript refuses `??` beside `||` and `&&` without parentheses.
      const least = expression.operator === '??' ? binaryPowers['|'] : power;
      const leftLeast = expression.operator === '??' && left.power === power ? power : least;
      const code = `${wrap(left, leftLeast)} ${expression.operator} ${wrap(right, Math.max(least, power + 1))}`;
      return { code, reads: [...left.reads, ...right.reads], power };
    }
    case 'conditional': {
      const test = print(expression.test, scope);
      const then = print(expression.then, scope);
      const otherwise = print(expression.otherwise, scope);
      const code = `${wrap(test, powers.conditional + 1)} ? ${then.code} : ${otherwise.code}`;
      return { code, reads: [...test.reads, ...then.reads, ...otherwise.reads], power: powers.conditional };
    }
    case 'array':
      return printArray(expression.items, scope);
    case 'object':
      return printObject(expression.entries, scope);
  }
}

function wrap({ code, power }: Printed, least: number): string {
  return power < least ? `(${code})` : code;
}

function literalCode(value: string | number | boolean | null | undefined): string {
  if (typeof value === 'string') return stringLiteral(value);
  return value === undefined ? 'undefined' : String(value);
}

function literalPower(value: unknown): number {
  // `1.a` would be a malformed number.
  return typeof value === 'number' ? powers.unary : powers.primary;
}

function printName(name: string, scope: Scope): Printed {
  const meaning = scope.resolve(name);
  if (meaning.kind === 'item' || meaning.kind === 'index') {
    const code = `r${'.up'.repeat(meaning.row)}.${meaning.kind}`;
    const path: Path = { root: meaning.kind, row: meaning.row, members: [] };
    return { code, reads: [path], path, power: powers.postfix };
  }
  if (meaning.kind === 'slot-value') {
    const { row, member } = meaning;
    const code = `r${'.up'.repeat(row)}.item${access(member, '')}`;
    const path: Path = { root: 'item', row, members: [member] };
    return { code, reads: [path], path, power: powers.postfix };
  }
  if (meaning.kind === 'module') {
    return { code: `m${access(name, '')}`, reads: [], power: powers.postfix };
  }
  const path: Path = { root: 'data', row: 0, members: [name] };
  const code = inherited.has(name) ? `o(d,${stringLiteral(name)})` : `d${access(name, '')}`;
  return { code, reads: [path], path, power: powers.postfix };
}

function printMember(object: Expression, name: string, scope: Scope): Printed {
  const owner = print(object, scope);
  const code =
    name === '__proto__' ? `o(${owner.code},"__proto__")` : `${wrap(owner, powers.postfix)}${access(name, '?.')}`;
  // `setData({'list[5]': x})` makes a list longer without naming its length: reading it is reading the whole.
  const ownerReads = owner.reads;
  if (owner.path === undefined || name === 'length')
    return { code, reads: ownerReads, ownerReads, power: powers.postfix };
  const path = memberPath(owner.path, name);
  // A path that was cut short stands for what it reads, but no longer for this place.
  const exact = path === owner.path ? undefined : path;
  return { code, reads: [path], path: exact, ownerReads, power: powers.postfix };
}

function printCall(callee: Expression, args: readonly Expression[], scope: Scope): Printed {
  const called = print(callee, scope);
  // A method may read anything of its object, so the object counts, not the member.
  const calledReads = called.ownerReads ?? called.reads;
  const printed = args.map((argument) => print(argument, scope));
  const code = `${wrap(called, powers.postfix)}?.(${printed.map((argument) => argument.code).join(',')})`;
  return { code, reads: [...calledReads, ...printed.flatMap((argument) => argument.reads)], power: powers.postfix };
}

function printArray(items: readonly Item[], scope: Scope): Printed {
  const printed = items.map(({ value }) => print(value, scope));
  const code = printed.map((item, at) => (items[at]?.spread ? `...l(${item.code})` : item.code)).join(',');
  return { code: `[${code}]`, reads: printed.flatMap((item) => item.reads), power: powers.primary };
}

function printObject(entries: readonly Entry[], scope: Scope): Printed {
  const printed = entries.map(({ value }) => print(value, scope));
  const code = printed.map((entry, at) => {
    const key = entries[at]?.key;
    return key === undefined ? `...${wrap(entry, powers.conditional)}` : `${propertyKey(key)}:${entry.code}`;
  });
  // Parenthesised: an object may begin an arrow function's body.
  return { code: `({${code.join(',')}})`, reads: printed.flatMap((entry) => entry.reads), power: powers.primary };
}

/** `.name` or `["name"]` behind an object; `optional` is `?.` or nothing. */
function access(name: string, optional: '' | '?.'): string {
  if (/^[A-Za-z_$][\w$]*$/.test(name)) return `${optional === '' ? '.' : optional}${name}`;
  return `${optional}[${stringLiteral(name)}]`;
}
