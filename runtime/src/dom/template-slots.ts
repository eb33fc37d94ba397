/** How to get from one slot's node to another's: down to the first child, then right. `from` -1 is the clone itself. */
export interface Step {
  readonly from: number;
  readonly down: boolean;
  readonly right: number;
}

/**
 * Plans the shortest walk over `fragment` that passes every wanted node: what lies on the way gets a number, a
 * slot. With `single` the clone is the fragment's only child, not the fragment.
 */
export function planSlots(
  fragment: DocumentFragment,
  wanted: Iterable<Node>,
  single: boolean,
): { readonly steps: readonly Step[]; readonly slotOf: ReadonlyMap<Node, number> } {
  const onWay = new Set<Node>();
  for (const node of wanted) {
    for (let at: Node | null = node; at && at !== fragment && !onWay.has(at); at = at.parentNode) onWay.add(at);
  }
  const steps: Step[] = [];
  const slotOf = new Map<Node, number>();
  const visit = (parent: Node, parentSlot: number): void => {
    let last: { slot: number; index: number } | undefined;
    let index = -1;
    for (const child of parent.childNodes) {
      index += 1;
      if (!onWay.has(child)) continue;
      const slot: number = steps.push(
        last
          ? { from: last.slot, down: false, right: index - last.index }
          : { from: parentSlot, down: !(single && parent === fragment), right: index },
      );
      last = { slot: slot - 1, index };
      slotOf.set(child, slot - 1);
      visit(child, slot - 1);
    }
  };
  visit(fragment, -1);
  return { steps, slotOf };
}

/** Walks a clone: its node by slot. */
export function resolveSlots(steps: readonly Step[], clone: Node): Node[] {
  const nodes: Node[] = [];
  for (const { from, down, right } of steps) {
    let node: Node | null | undefined = from < 0 ? clone : nodes[from];
    if (down) node = node?.firstChild;
    for (let left = right; left > 0; left -= 1) node = node?.nextSibling;
    if (!node) throw new Error('a clone differs from its template');
    nodes.push(node);
  }
  return nodes;
}
