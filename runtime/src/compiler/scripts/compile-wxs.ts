import { createDiagnostics, type Findings, type Place, placeAt, placeOf } from '../diagnostics.ts';
import type { SourceText } from '../project/source-text.ts';
import { analyseScript } from './analyse-script.ts';
import { identityMap } from './identity-map.ts';

/** One WXS module as the body of a CommonJS function. */
export interface CompiledWxs {
  /** Name in the logic file: the package path, or what the template calls an inline module. */
  readonly name: string;
  readonly code: string;
  readonly map: string | undefined;
  readonly requires: readonly { readonly specifier: string; readonly place: Place }[];
  readonly findings: Findings;
}

export interface WxsSource {
  readonly name: string;
  readonly code: string;
  /** The file that holds the code: a `.wxs` file, or WXML. */
  readonly file: SourceText;
  /** Where the code begins in it, both from 1. */
  readonly start: { readonly line: number; readonly column: number };
}

/**
 * WXS is a small subset of JavaScript and stays as it is, but for `constructor` and escapes. A syntax error gives an
 * empty module and a problem.
 */
export function compileWxs({ name, code, file, start }: WxsSource, sourceMap: boolean): CompiledWxs {
  const analysis = analyseScript(code, { tokens: sourceMap });
  const inFile = (line: number, column: number): Place =>
    placeOf(file, line + start.line - 1, line === 1 ? column + start.column - 1 : column);
  const diagnostics = createDiagnostics();
  if (!analysis.ok) {
    diagnostics.problem('COMPILE', `WXS: ${analysis.message}`, inFile(analysis.line, analysis.column));
    return { name, code: '', map: undefined, requires: [], findings: diagnostics.sorted() };
  }
  const place = (offset: number): Place => {
    const { position } = placeAt({ place: '', text: code }, offset);
    return inFile(position.line, position.column);
  };
  for (const offset of analysis.dynamic) {
    diagnostics.warn('MODULE', 'WXS: require needs a literal path', place(offset));
  }
  return {
    name,
    code: keepBackslashes(nameConstructors(code)),
    map: sourceMap ? identityMap(file, analysis.tokens, start) : undefined,
    requires: analysis.requires.map(({ specifier, offset }) => ({ specifier, place: place(offset) })),
    findings: diagnostics.sorted(),
  };
}

/**
 * In WXS `value.constructor` is the name of a type, `'Array'`, and programs compare it with that. It stands on
 * the same line: only columns after it shift, by five.
 */
function nameConstructors(code: string): string {
  return code.replace(/\.\s*constructor\b(?!\s*(?:\.|=[^=]))/g, '$&.name');
}

const commentOrText = /\/\/.*|\/\*[\s\S]*?\*\/|'(?:\\[\s\S]|[^'\\\n])*'|"(?:\\[\s\S]|[^"\\\n])*"/g;
/** A backslash before something that JavaScript gives no meaning then; one that is escaped itself is passed by. */
const idleBackslash = /\\(?:(['"\\nrtbfv0-9xu\n\r])|(?=[\s\S]))/g;

/**
 * WXS has no patterns, only `getRegExp('\d+')`, and there a backslash that JavaScript would drop is part of the
 * text. Columns after one shift by one.
 */
function keepBackslashes(code: string): string {
  return code.replace(commentOrText, (token) =>
    token.startsWith('/')
      ? token
      : token.replace(idleBackslash, (found, meant: string | undefined) => (meant === undefined ? '\\\\' : found)),
  );
}
