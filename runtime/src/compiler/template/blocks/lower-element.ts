import type { SkeletonNode } from '../../../protocol/index.ts';
import { deepestNesting } from '../wxml/parse-wxml.ts';
import { attributeOf, type WxmlElement } from '../wxml/wxml-node.ts';
import { addAnchor } from './anchor.ts';
import { lowerBuiltIn } from './lower-built-in.ts';
import { lowerComponent } from './lower-component.ts';
import { lowerTemplateCall } from './lower-template-call.ts';
import { lowerAttribute } from './lower-value.ts';
import type { Lowering, Spot } from './lowering.ts';
import { boundOf } from './node-attributes.ts';

/** Lowers an element whose `wx:for` and `wx:if` are dealt with. */
export function lowerElement(element: WxmlElement, around: Spot, lowering: Lowering): SkeletonNode[] {
  const spot = { ...around, depth: around.depth + 1 };
  if (spot.depth > deepestNesting) {
    const message = `With included files, elements are nested more than ${deepestNesting} deep. Split the page into components.`;
    lowering.diagnostics.problem(element, message);
    return [];
  }
  switch (element.tag.toLowerCase()) {
    case 'block':
      return lowering.siblings(element.children, spot);
    case 'include':
      return lowering.include(element, spot);
    case 'template':
      return lowerTemplateCall(element, spot, lowering);
    case 'slot':
      return [lowerSlot(element, spot, lowering)];
  }
  lowering.noteTag(element);
  const lower = lowering.isBuiltIn(element.tag) ? lowerBuiltIn : lowerComponent;
  return [lower(element, spot, lowering)];
}

function lowerSlot(element: WxmlElement, spot: Spot, { diagnostics }: Lowering): SkeletonNode {
  const name = attributeOf(element, 'name');
  const value = name && lowerAttribute(name, '', 'text', spot.scope, diagnostics);
  const bound = value === undefined ? { value: '' } : boundOf(value, spot.draft);
  return addAnchor(spot, { kind: 'slot', name: bound }, []);
}
