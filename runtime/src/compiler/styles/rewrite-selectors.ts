import { type CssNode, type StyleSheet, walk } from 'css-tree';

/**
 * Names elements as the painter draws them (`view` → `wx-view`) and, with a prefix, confines classes to one
 * component: `.a` → `.<prefix>--a`, `:host` → `.<prefix>-host`.
 */
export function rewriteSelectors(sheet: StyleSheet, prefix: string | undefined): void {
  const finished = new Set<CssNode>();
  walk(sheet, function visit(node, item, list) {
    if (finished.has(node)) return walk.skip;
    // `from` and `to` of keyframes parse as element names.
    if (/keyframes$/i.test(this.atrule?.name ?? '')) return;
    if (node.type === 'TypeSelector' && /^[\w-]+$/.test(node.name)) node.name = `wx-${node.name.toLowerCase()}`;
    if (prefix === undefined) return;
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
