import { type Atrule, type CssNode, generate, List, parse, type StyleSheet, walk } from 'css-tree';
import { createDiagnostics, type Diagnostics, type Findings, type Place } from '../diagnostics.ts';
import { rewriteColorSchemes } from './color-scheme.ts';
import { measureDepth } from './measure-depth.ts';
import { lengthLimit } from './preprocessor.ts';
import { rewriteSelectors } from './rewrite-selectors.ts';
import { rpxToCss } from './rpx.ts';
import type { StyleSource } from './style-source.ts';

/** One WXSS file on its own: what needs other files is left open. */
export interface CompiledSheet {
  readonly pieces: readonly SheetPiece[];
  readonly findings: Findings;
}

export type SheetPiece =
  | { readonly kind: 'css'; readonly text: string }
  /** A local file to be put in as a `data:` address. */
  | { readonly kind: 'url'; readonly url: string; readonly place: Place }
  /** Another sheet, under a media condition when one is given. */
  | { readonly kind: 'import'; readonly url: string; readonly media: string; readonly place: Place };

/** Deeper than any author nests, far above what the recursive parser can take. */
const depthLimit = 64;

const keptAtRules =
  /^(?:media|supports|font-face|layer|container|property|counter-style|starting-style|scope|(?:-\w+-)?keyframes)$/;

/**
 * Compiles one file: `rpx`, element names, and, with a prefix, class names and `:host`. Broken places are
 * left out with a warning; the rest is kept.
 */
export function compileSheet(source: StyleSource, prefix: string | undefined): CompiledSheet {
  const diagnostics = createDiagnostics();
  const { depth, offset } = measureDepth(source.text);
  if (depth > depthLimit || source.text.length > lengthLimit) {
    const what =
      depth > depthLimit ? `nests deeper than ${depthLimit} levels` : `is longer than ${lengthLimit} characters`;
    diagnostics.warn('STYLE', `the style sheet ${what} and is left out; split or flatten it`, source.place(offset));
    return { pieces: [], findings: diagnostics.sorted() };
  }
  const sheet = parse(source.text, {
    positions: true,
    parseCustomProperty: true,
    onParseError: ({ message, offset: at }) => {
      diagnostics.warn('STYLE', `${message}; this part is left out`, source.place(at));
    },
  });
  if (sheet.type !== 'StyleSheet') return { pieces: [], findings: diagnostics.sorted() };
  dropBroken(sheet, source, diagnostics);
  for (const { loc } of rewriteColorSchemes(sheet)) {
    const place = source.place(loc?.start.offset ?? 0);
    diagnostics.warn('STYLE', 'prefers-color-scheme in a list or with "not" follows the system, not the theme', place);
  }
  rewriteSelectors(sheet, prefix);
  return { pieces: cut(sheet, source), findings: diagnostics.sorted() };
}

/**
 * Removes what the parser could not read. It keeps such text raw, and raw text could end its own block or
 * carry class names and addresses past the steps that rewrite them.
 */
function dropBroken(sheet: StyleSheet, source: StyleSource, diagnostics: Diagnostics): void {
  walk(sheet, function visit(node, item, list) {
    if (item === null || item === undefined || list === undefined) return;
    // Raw text inside a value or a condition is harmless, for example what follows the comma in `var(--a, b)`.
    const isStatement = list === sheet.children || list === this.block?.children;
    const unreadable =
      (node.type === 'Raw' && isStatement) ||
      (node.type === 'Rule' && node.prelude.type === 'Raw') ||
      (node.type === 'Declaration' && node.value.type === 'Raw' && node.value.value.trim() !== '');
    if (unreadable) list.remove(item);
    if (node.type !== 'Atrule' || keptAtRules.test(node.name.toLowerCase())) return;
    const name = node.name.toLowerCase();
    if (name === 'import' && sheet.children === list) return;
    list.remove(item);
    if (name === 'charset') return;
    const place = source.place(node.loc?.start.offset ?? 0);
    diagnostics.warn('STYLE', `@${node.name} is not supported here and is left out`, place);
  });
}

function cut(sheet: StyleSheet, source: StyleSource): SheetPiece[] {
  const { urls, mark } = markUrls(sheet, source);
  const pieces: SheetPiece[] = [];
  let run = new List<CssNode>();
  const flush = (): void => {
    const text = rpxToCss(generate({ type: 'StyleSheet', children: run }));
    run = new List<CssNode>();
    text.split(new RegExp(`url\\(${mark}(\\d+)\\)`)).forEach((part, index) => {
      const local = index % 2 === 1 ? urls[Number(part)] : undefined;
      if (local !== undefined) pieces.push({ kind: 'url', ...local });
      else if (part !== '') pieces.push({ kind: 'css', text: part });
    });
  };
  for (const node of sheet.children) {
    if (node.type !== 'Atrule' || node.name.toLowerCase() !== 'import') {
      run.appendData(node);
      continue;
    }
    flush();
    pieces.push(importOf(node, source));
  }
  flush();
  return pieces;
}

function importOf(node: Atrule, source: StyleSource): SheetPiece {
  const [target, ...conditions] = node.prelude?.type === 'AtrulePrelude' ? node.prelude.children.toArray() : [];
  return {
    kind: 'import',
    url: target?.type === 'String' || target?.type === 'Url' ? target.value : '',
    media: rpxToCss(conditions.map((one) => generate(one)).join(' ')),
    place: source.place(node.loc?.start.offset ?? 0),
  };
}

/** Gives every local address a number under a mark that the sheet does not contain, so that text can be cut there. */
function markUrls(sheet: StyleSheet, source: StyleSource): { urls: { url: string; place: Place }[]; mark: string } {
  let mark = 'local-';
  while (source.text.includes(mark)) mark = `x${mark}`;
  const urls: { url: string; place: Place }[] = [];
  walk(sheet, function visit(node, item) {
    // image-set("a.png" 1x) names pictures by strings.
    if (
      node.type === 'String' &&
      item !== null &&
      item !== undefined &&
      /image-set$/i.test(this.function?.name ?? '')
    ) {
      item.data = { type: 'Url', value: node.value, loc: node.loc };
      visit.call(this, item.data, item);
      return;
    }
    if (node.type !== 'Url' || this.atrule?.name.toLowerCase() === 'import') return;
    // Pages of the platform are on https; here they may be on http, where icon fonts are not let in.
    if (node.value.trim().startsWith('//')) node.value = `https:${node.value.trim()}`;
    if (!isLocal(node.value)) return;
    urls.push({ url: node.value, place: source.place(node.loc?.start.offset ?? 0) });
    node.value = `${mark}${urls.length - 1}`;
  });
  return { urls, mark };
}

/** Not remote, not data, not a fragment of this document. */
function isLocal(url: string): boolean {
  return url !== '' && !/^(?:[a-z][\w+.-]*:|\/\/|#)/i.test(url.trim());
}
