import type { SkeletonNode } from '../../../protocol/index.ts';
import { deepestNesting } from '../wxml/parse-wxml.ts';
import { attributeOf, type WxmlElement } from '../wxml/wxml-node.ts';
import { addAnchor } from './anchor.ts';
import { camelCase, roleOf } from './attribute-role.ts';
import type { DraftBound } from './block-draft.ts';
import { lowerBuiltIn } from './lower-built-in.ts';
import { lowerComponent } from './lower-component.ts';
import { lowerContent } from './lower-content.ts';
import { lowerTemplateCall } from './lower-template-call.ts';
import { lowerAttribute } from './lower-value.ts';
import type { Lowering, Spot } from './lowering.ts';
import { boundOf } from './node-attributes.ts';
import { isTransparent, slotName, slotValueNames } from './slot-contents.ts';

/** What a `<slot>` has for itself; everything else is handed to the content. */
const ownAttributes = new Set(['name', 'id', 'class', 'style', 'hidden']);

/** Lowers an element whose `wx:for` and `wx:if` are dealt with. */
export function lowerElement(element: WxmlElement, around: Spot, lowering: Lowering): SkeletonNode[] {
  const spot = { ...around, depth: around.depth + 1 };
  if (spot.depth > deepestNesting) {
    const message = `With included files, elements are nested more than ${deepestNesting} deep. Split the page into components.`;
    lowering.diagnostics.problem(element, message);
    return [];
  }
  if (spot.content === 'carrier' && !isTransparent(element)) {
    const fill = (inner: Spot) => lowerWithNames(element, inner, lowering);
    return [lowerContent(slotName(element), fill, spot, lowering)];
  }
  return lowerWithNames(element, spot, lowering);
}

/** With the names that `slot:name` gives to values of the slot. */
function lowerWithNames(element: WxmlElement, around: Spot, lowering: Lowering): SkeletonNode[] {
  const names = slotValueNames(element);
  if (names.size === 0) return lowerTag(element, around, lowering);
  const scope = around.content && around.scope.slotValues(names);
  if (scope === undefined) {
    const message =
      '"slot:" names what the slot of a component hands over, and belongs directly between its tags; left out.';
    lowering.diagnostics.warn('DIRECTIVE', element, message);
  }
  return lowerTag(element, { ...around, scope: scope ?? around.scope }, lowering);
}

function lowerTag(element: WxmlElement, spot: Spot, lowering: Lowering): SkeletonNode[] {
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
  const values = new Map<string, DraftBound>();
  for (const attribute of element.attributes) {
    const role = roleOf(attribute.name);
    if (role.kind !== 'plain' || ownAttributes.has(role.name)) continue;
    const handed = lowerAttribute(attribute, true, 'typed', spot.scope, diagnostics);
    values.set(camelCase(role.name), boundOf(handed, spot.draft));
  }
  return addAnchor(spot, { kind: 'slot', name: bound, values }, []);
}
