import { getNodeValue, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Json } from '../../protocol/index.ts';
import { type Diagnostics, type Place, placeAt } from '../diagnostics.ts';
import type { SourceFile } from '../project/project-files.ts';
import type { SourceText } from '../project/source-text.ts';

/** One value of a JSON file that knows where it stands. */
export interface JsonValue {
  readonly value: Json;
  /** Where the value starts. */
  readonly place: Place;
  /** Of an object, by own name; absent for anything else. The last of equal names counts, as in JSON.parse. */
  member(name: string): JsonValue | undefined;
  members(): [name: string, value: JsonValue][];
  /** Of an array; empty for anything else. */
  items(): JsonValue[];
}

/**
 * Parses JSON with comments and trailing commas, as the vendor's tools accept it. An empty file counts as an
 * empty object. A syntax error becomes a problem with its position, and the result is absent.
 */
export function parseJson(file: SourceFile, diagnostics: Diagnostics): JsonValue | undefined {
  const source: SourceText = { place: file.place, text: file.text };
  if (source.text.trim() === '') return wrap(source, { type: 'object', offset: 0, length: 0, children: [] });
  const errors: ParseError[] = [];
  let tree: Node | undefined;
  try {
    tree = parseTree(source.text, errors, { allowTrailingComma: true });
  } catch {
    // The parser recurses: nesting of a hundred thousand levels runs out of stack.
    diagnostics.problem('MANIFEST', 'the JSON is nested too deep; flatten it', placeAt(source, 0));
    return undefined;
  }
  const [error] = errors;
  if (error !== undefined || tree === undefined) {
    const what = error === undefined ? 'ValueExpected' : printParseErrorCode(error.error);
    const words = what.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
    diagnostics.problem('MANIFEST', `not valid JSON: ${words}`, placeAt(source, error?.offset ?? 0));
    return undefined;
  }
  return wrap(source, tree);
}

function wrap(source: SourceText, node: Node): JsonValue {
  const members = (): [string, JsonValue][] => {
    if (node.type !== 'object') return [];
    return (node.children ?? []).flatMap(({ children: [key, value] = [] }) =>
      key !== undefined && value !== undefined ? [[String(key.value), wrap(source, value)]] : [],
    );
  };
  return {
    get value() {
      return getNodeValue(node);
    },
    get place() {
      return placeAt(source, node.offset);
    },
    members,
    member: (name) => members().findLast(([key]) => key === name)?.[1],
    items: () => (node.type === 'array' ? (node.children ?? []).map((child) => wrap(source, child)) : []),
  };
}
