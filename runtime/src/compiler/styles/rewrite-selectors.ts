import { type CssNode, find, type Rule, type StyleSheet, walk } from 'css-tree';

/**
 * Names elements as the painter draws them (`view` → `wx-view`) and, with a prefix, confines classes to one
 * component: `.a` → `.<prefix>--a`, `:host` → `.<prefix>-host`. A selector of tags alone is confined by an
 * attribute that weighs nothing: `view` → `wx-view:where([in-<prefix>])`. See dom/page-styles.
 */
export function rewriteSelectors(sheet: StyleSheet, prefix: string | undefined): void {
  const finished = new Set<CssNode>();
  walk(sheet, function visit(node, item, list) {
    if (finished.has(node)) return walk.skip;
    // `from` and `to` of keyframes parse as element names.
    if (/keyframes$/i.test(this.atrule?.name ?? '')) return;
    if (node.type === 'TypeSelector' && /^[\w-]+$/.test(node.name)) node.name = `wx-${node.name.toLowerCase()}`;
    if (prefix === undefined) return;
    if (node.type === 'Rule' && this.rule === null) confineTags(node, prefix);
    if (node.type === 'ClassSelector') node.name = `${prefix}--${node.name}`;
    if (node.type !== 'PseudoClassSelector' || node.name.toLowerCase() !== 'host' || !item || !list) return;
    item.data = { type: 'ClassSelector', name: `${prefix}-host` };
    if (node.children !== null) {
      // Classes in `:host(.on)` are given by the component's user and stay as that one writes them.
      const condition: CssNode = { type: 'PseudoClassSelector', name: 'is', children: node.children };
      finished.add(condition);
      const after = list.createItem(condition);
      if (item.next === null) list.append(after);
      else list.insert(after, item.next);
    }
    return walk.skip;
  });
}

/** Attributes, ids and classes confine a selector themselves, or are meant to reach out. `page` is never inside a component. */
function confineTags({ prelude }: Rule, prefix: string): void {
  if (prelude.type !== 'SelectorList') return;
  for (const selector of prelude.children) {
    if (selector.type !== 'Selector' || find(selector, confines) !== null) continue;
    selector.children.forEach((part, item, list) => {
      if (part.type !== 'TypeSelector' || part.name === '*' || part.name.toLowerCase() === 'page') return;
      const mark = list.createItem({ type: 'Raw', value: `:where([in-${prefix}])` });
      if (item.next === null) list.append(mark);
      else list.insert(mark, item.next);
    });
  }
}

function confines(node: CssNode): boolean {
  if (node.type === 'PseudoClassSelector') return node.name.toLowerCase() === 'host';
  return node.type === 'ClassSelector' || node.type === 'IdSelector' || node.type === 'AttributeSelector';
}
