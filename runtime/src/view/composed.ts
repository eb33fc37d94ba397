import type { Json, SkeletonNode } from '../protocol/index.ts';
import type { Block, SiblingList } from './block.ts';
import { textOf } from './text-value.ts';
import type { NodeRef, TreeElement, TreeNode } from './types.ts';

/** One element, component or text of the composed tree: anchors are gone, child blocks stand in their place. */
export interface Composed {
  readonly block: Block;
  readonly node: number;
  readonly is: Exclude<SkeletonNode, { kind: 'anchor' }>;
}

/** Calls `visit` for each composed child of a node, in document order. */
export function eachChild(at: Composed, visit: (child: Composed) => void): void {
  if (at.is.kind === 'component') eachInList(at.block.children?.get(at.node), visit);
  else eachOf(at.block, at.block.nodes.children[at.node] ?? [], visit);
}

/** Calls `visit` for each composed root of the blocks in `list`. */
export function eachInList(list: SiblingList | undefined, visit: (child: Composed) => void): void {
  for (let block = list?.first; block; block = block.next) eachOf(block, block.nodes.roots, visit);
}

function eachOf(block: Block, numbers: readonly number[], visit: (child: Composed) => void): void {
  for (const node of numbers) {
    const is = block.nodes.nodes[node];
    if (!is) continue;
    if (is.kind === 'anchor') eachInList(block.children?.get(node), visit);
    else visit({ block, node, is });
  }
}

/** The element's attributes as they are now. A hole wins over a static value of the same name. */
export function attributesOf({ block, is }: Composed): Record<string, Json> {
  const result: [string, Json][] = [];
  if (is.kind === 'text') return {};
  for (const [name, value] of Object.entries(is.attributes ?? {})) result.push([name, value]);
  for (const [name, hole] of Object.entries(is.holes ?? {})) result.push([name, block.values[hole] ?? null]);
  // fromEntries defines own properties, so that an attribute called `__proto__` stays data.
  return Object.fromEntries(result);
}

/** One attribute as it is now. */
export function attributeOf(block: Block, node: number, name: string): Json | undefined {
  const is = block.nodes.nodes[node];
  if (is?.kind !== 'element' && is?.kind !== 'component') return undefined;
  if (is.holes && Object.hasOwn(is.holes, name)) return block.values[is.holes[name] ?? -1];
  return is.attributes && Object.hasOwn(is.attributes, name) ? is.attributes[name] : undefined;
}

/** Text in and below a node. */
export function textIn(at: Composed): string {
  if (at.is.kind === 'text') return ownText(at.block, at.is);
  let text = '';
  eachChild(at, (child) => {
    text += textIn(child);
  });
  return text;
}

/** A composed subtree as data. */
export function snapshotOf(at: Composed): TreeNode {
  if (at.is.kind === 'text') return { kind: 'text', text: ownText(at.block, at.is) };
  const children: TreeNode[] = [];
  eachChild(at, (child) => children.push(snapshotOf(child)));
  const { kind, tag } = at.is;
  return { kind, tag, block: at.block.id, node: at.node, attributes: attributesOf(at), children };
}

/** The page with everything in it, as data. */
export function snapshotOfPage(roots: SiblingList): TreeElement {
  const children: TreeNode[] = [];
  eachInList(roots, (child) => children.push(snapshotOf(child)));
  return { kind: 'page', tag: 'page', block: 0, node: 0, attributes: {}, children };
}

/** Elements and components from a node outwards to the page, across blocks. */
export function pathFrom(block: Block, node: number): NodeRef[] {
  const path: NodeRef[] = [];
  let at: Block | undefined = block;
  let number = node;
  while (at) {
    const kind = at.nodes.nodes[number]?.kind;
    if (kind === 'element' || kind === 'component') path.push({ block: at.id, node: number });
    const parent: number = at.nodes.parents[number] ?? -1;
    if (parent >= 0) {
      number = parent;
    } else {
      number = at.node;
      at = at.parent;
    }
  }
  return path;
}

function ownText(block: Block, is: { text?: string | undefined; hole?: number | undefined }): string {
  return is.hole === undefined ? (is.text ?? '') : textOf(block.values[is.hole]);
}
