import { type AnyNode, type Node, parse, type Token } from 'acorn';

/** `require` of a literal. */
export interface RequireCall {
  readonly specifier: string;
  /** Character offset of the call in the analysed text. */
  readonly offset: number;
  /** `require.async`, or with a callback: the module may be in a part that is not loaded yet. */
  readonly later: boolean;
}

export type Analysis =
  | {
      readonly ok: true;
      readonly requires: readonly RequireCall[];
      /** Offsets of `require` calls whose argument is only known at run time. */
      readonly dynamic: readonly number[];
      /** The file holds `import(…)`, which only exists after conversion. */
      readonly importsDynamically: boolean;
      /** Member of the global `wx` → offset where it is first named. */
      readonly members: ReadonlyMap<string, number>;
      /** Line (from 1) and column (from 0) of every token; only when asked for. */
      readonly tokens: readonly { readonly line: number; readonly column: number }[];
    }
  | { readonly ok: false; readonly message: string; readonly line: number; readonly column: number };

/** The author's text becomes the body of this function, on lines of its own so that only line numbers shift, by one. */
const head = '(function (require, module, exports) {\n';
const tail = '\n})';

/**
 * Parses CommonJS text as the body of a module function, in sloppy mode, and finds what it requires.
 * Lines and columns of a failure count from 1.
 */
export function analyseScript(text: string, options: { tokens: boolean }): Analysis {
  const tokens: { line: number; column: number }[] = [];
  const onToken = ({ loc }: Token): void => {
    if (loc && loc.start.line > 1) tokens.push({ line: loc.start.line - 1, column: loc.start.column });
  };
  try {
    const program = parse(head + text + tail, {
      // What the engine runs as it is; anything newer goes through esbuild first.
      ecmaVersion: 2023,
      sourceType: 'script',
      locations: options.tokens,
      ...(options.tokens ? { onToken } : {}),
    });
    const [statement, ...others] = program.body;
    const wrapper = statement?.type === 'ExpressionStatement' ? statement.expression : undefined;
    // `}); evil(); (function () {` balances the wrapper and would run outside of it.
    if (others.length > 0 || wrapper?.type !== 'FunctionExpression' || wrapper.params.length !== 3) {
      return { ok: false, message: 'Unbalanced braces', line: 1, column: 1 };
    }
    return { ok: true, tokens, ...findUses(wrapper.body, usesRequireAsync(text)) };
  } catch (error) {
    return { ok: false, ...failureOf(error) };
  }
}

function failureOf(error: unknown): { message: string; line: number; column: number } {
  // The parser recurses, and where it runs out of stack depends on who called it: no position to be trusted.
  const exhausted = error instanceof RangeError || String(error).includes('Not enough stack space');
  if (error instanceof SyntaxError && 'loc' in error && !exhausted) {
    const { loc } = error;
    if (typeof loc === 'object' && loc !== null && 'line' in loc && 'column' in loc) {
      const message = error.message.replace(/ \(\d+:\d+\)$/, '');
      return { message, line: Math.max(1, Number(loc.line) - 1), column: Number(loc.column) + 1 };
    }
  }
  return { message: 'The code is nested too deep', line: 1, column: 1 };
}

/** The text calls `requireAsync`, which is `require.async` by another name, and does not make one of its own. */
export function usesRequireAsync(text: string): boolean {
  return (
    /\brequireAsync\s*\(/.test(text) && !/\b(?:const|let|var|function|import)\b[^;=(]{0,200}\brequireAsync\b/.test(text)
  );
}

/** Walks without recursion: depth is the author's choice. */
function findUses(
  body: AnyNode,
  withAsync: boolean,
): {
  requires: RequireCall[];
  dynamic: number[];
  importsDynamically: boolean;
  members: Map<string, number>;
} {
  const requires: RequireCall[] = [];
  const dynamic: number[] = [];
  const members = new Map<string, number>();
  let importsDynamically = false;
  let bindsWx = false;
  const pending: { node: AnyNode; shadowed: boolean }[] = [{ node: body, shadowed: false }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { node } = next;
    // Inside bundles that bring their own `require` as a parameter, calls of it are not ours.
    const shadowed = next.shadowed || takes(node, 'require');
    if (node.type === 'ImportExpression') importsDynamically = true;
    bindsWx ||= binds(node, 'wx');
    if (node.type === 'MemberExpression' && !node.computed && isNamed(node.object, 'wx')) {
      const { property } = node;
      const offset = node.start - head.length;
      // The walk takes what comes last first.
      if (property.type === 'Identifier')
        members.set(property.name, Math.min(offset, members.get(property.name) ?? offset));
    }
    if (node.type === 'CallExpression' && !shadowed && isRequire(node.callee, withAsync)) {
      const offset = node.start - head.length;
      const found = literalsOf(node.arguments[0]);
      if (found.length === 0) dynamic.push(offset);
      const later = node.arguments.length > 1 || !isNamed(node.callee, 'require');
      for (const specifier of found) requires.push({ specifier, offset, later });
    }
    for (const child of childrenOf(node)) pending.push({ node: child, shadowed });
  }
  requires.sort((a, b) => a.offset - b.offset || (a.specifier < b.specifier ? -1 : 1));
  if (bindsWx) members.clear();
  return { requires, dynamic: dynamic.sort((a, b) => a - b), importsDynamically, members };
}

/** A function with a parameter of that name. */
function takes(node: AnyNode, name: string): boolean {
  return 'params' in node && node.params.some((one) => isNamed(one, name));
}

function binds(node: AnyNode, name: string): boolean {
  return takes(node, name) || (node.type === 'VariableDeclarator' && isNamed(node.id, name));
}

function isNamed(node: AnyNode, name: string): boolean {
  return node.type === 'Identifier' && node.name === name;
}

/** `require(…)`, `require.async(…)` and `requireAsync(…)`. */
function isRequire(callee: AnyNode, withAsync: boolean): boolean {
  if (callee.type === 'Identifier') return callee.name === 'require' || (withAsync && callee.name === 'requireAsync');
  return (
    callee.type === 'MemberExpression' &&
    callee.object.type === 'Identifier' &&
    callee.object.name === 'require' &&
    callee.property.type === 'Identifier' &&
    callee.property.name === 'async'
  );
}

/** The strings an argument can be: a literal, a template without holes, or either side of a condition. */
function literalsOf(node: AnyNode | undefined): string[] {
  if (node?.type === 'Literal' && typeof node.value === 'string') return [node.value];
  if (node?.type === 'TemplateLiteral' && node.expressions.length === 0) {
    return node.quasis.map((quasi) => quasi.value.cooked ?? '');
  }
  if (node?.type === 'ConditionalExpression') {
    const [yes, no] = [literalsOf(node.consequent), literalsOf(node.alternate)];
    return yes.length > 0 && no.length > 0 ? [...yes, ...no] : [];
  }
  return [];
}

function childrenOf(node: AnyNode): AnyNode[] {
  return Object.values(node).flatMap((value: unknown) => (Array.isArray(value) ? value : [value]).filter(isNode));
}

function isNode(value: unknown): value is Node & AnyNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}
