import type { WxmlElement, WxmlNode } from '../wxml/wxml-node.ts';
import type { Lowering } from './lowering.ts';

const answers = new WeakMap<WxmlElement, boolean>();

/** True when a component can come to lie inside the element: one stands there, or a slot, template or included file does. */
export function mayHoldComponents(element: WxmlElement, lowering: Lowering): boolean {
  const known = answers.get(element);
  if (known !== undefined) return known;
  const answer = element.children.some((child) => mayBring(child, lowering));
  answers.set(element, answer);
  return answer;
}

function mayBring(node: WxmlNode, lowering: Lowering): boolean {
  if (node.kind === 'text') return false;
  const tag = node.tag.toLowerCase();
  if (tag === 'slot' || tag === 'template' || tag === 'include') return true;
  if (tag === 'import' || tag === 'wxs') return false;
  if (tag !== 'block' && !lowering.isBuiltIn(node.tag)) return true;
  return mayHoldComponents(node, lowering);
}
