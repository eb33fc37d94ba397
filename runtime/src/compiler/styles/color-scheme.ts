import { type Atrule, type CssNode, generate, List, type StyleSheet, walk } from 'css-tree';

/** Set on the root of every page frame: the theme that the program follows. */
const property = '--wx-color-scheme';

/**
 * `@media (prefers-color-scheme: dark)` asks the browser, but what counts is the host's theme, and only in programs
 * that opted in. So it becomes a question about a property that the player sets. Answers the rules that ask in a way
 * that cannot be told apart from other conditions.
 */
export function rewriteColorSchemes(sheet: StyleSheet): Atrule[] {
  const unclear: Atrule[] = [];
  walk(sheet, {
    visit: 'Atrule',
    leave(node) {
      if (node.name.toLowerCase() !== 'media' || node.prelude === null || node.block === null) return;
      const condition = generate(node.prelude);
      const found = splitColorScheme(condition);
      if (found === undefined) {
        if (/prefers-color-scheme/i.test(condition)) unclear.push(node);
        return;
      }
      const query: CssNode = { type: 'Raw', value: found.query };
      if (found.rest === '') {
        node.name = 'container';
        node.prelude = query;
        return;
      }
      const inner: Atrule = { type: 'Atrule', name: 'container', prelude: query, block: node.block };
      node.prelude = { type: 'Raw', value: found.rest };
      node.block = { type: 'Block', children: new List<CssNode>().appendData(inner) };
    },
  });
  return unclear;
}

/** A sheet under a media condition, as `@import "a.wxss" (prefers-color-scheme: dark)` wants it. */
export function wrapInMedia(media: string, text: string): string {
  if (media === '' || text === '') return text;
  const found = splitColorScheme(media.replace(/\s*:\s*/g, ':'));
  if (found === undefined) return `@media ${media}{${text}}`;
  const inner = `@container ${found.query}{${text}}`;
  return found.rest === '' ? inner : `@media ${found.rest}{${inner}}`;
}

/** Only conditions joined by `and` can be taken apart: `not` and lists mean something else in pieces. */
function splitColorScheme(condition: string): { query: string; rest: string } | undefined {
  const found = /^(?:(.+?) and )?\(prefers-color-scheme:(light|dark)\)(?: and (.+))?$/i.exec(condition.trim());
  const rest = [found?.[1], found?.[3]].filter((part) => part !== undefined).join(' and ');
  if (found === null || /,|\bnot\b|\bor\b|prefers-color-scheme/i.test(rest)) return undefined;
  return { query: `style(${property}:${found[2]?.toLowerCase()})`, rest };
}
