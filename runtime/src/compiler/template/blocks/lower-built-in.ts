import { kebabCase, type SkeletonNode } from '../../../protocol/index.ts';
import { attributeOf, type WxmlElement } from '../wxml/wxml-node.ts';
import { lowerAttribute } from './lower-value.ts';
import type { Lowering, Spot } from './lowering.ts';
import {
  type Drawn,
  drawAttribute,
  drawnFields,
  formOf,
  isDrawable,
  lowerAttributes,
  noteModel,
} from './node-attributes.ts';
import { mayHoldComponents } from './selection.ts';

/** Lowers an element that the view draws itself. */
export function lowerBuiltIn(element: WxmlElement, spot: Spot, lowering: Lowering): SkeletonNode {
  const { draft, scope } = spot;
  const tag = element.tag.toLowerCase();
  const node = draft.node(spot.parent);
  const drawn: Drawn = { attributes: new Map(), holes: new Map() };
  const modelEvents: string[] = [];
  const heard = lowerAttributes(element, node, spot, lowering, drawn, (written, attribute) => {
    const name = kebabCase(written);
    if (!isDrawable(name, attribute, lowering)) return;
    if (drawn.attributes.has(name) || drawn.holes.has(name)) {
      lowering.diagnostics.warn('WXML', attribute, `"${name}" is given twice on "<${tag}>"; the first one counts.`);
      return;
    }
    const form = formOf(name);
    const value = lowerAttribute(attribute, form === 'typed' ? true : '', form, scope, lowering.diagnostics);
    const bound = drawAttribute(name, value, draft, drawn);
    if (name === 'id') draft.info(node).id = bound;
    // `selectComponent('.a .b')` asks for the classes around components, and for no others.
    if (name === 'class' && (lowering.selectsElements || mayHoldComponents(element, lowering))) {
      draft.info(node).class = bound;
    }
    if (noteModel(name, attribute, value, node, spot, lowering)) modelEvents.push(eventOfModel(tag, name));
  });
  // The slots of built-in components: what a scroll-view shows above its content, a map above its markers.
  const slot = attributeOf(element, 'slot')?.value;
  if (slot === 'refresher' || slot === 'callout') drawn.attributes.set('slot', slot);
  const inside = { ...spot, parent: node, content: undefined, inText: spot.inText || tag === 'text' };
  const children = lowering.siblings(element.children, inside);
  return {
    kind: 'element',
    tag,
    ...drawnFields(drawn, { ...heard, events: [...new Set([...heard.events, ...modelEvents])] }),
    ...(children.length > 0 && { children }),
  };
}

/** The event by which a built-in component reports a new value of the attribute. */
function eventOfModel(tag: string, attribute: string): string {
  if (attribute === 'value' && (tag === 'input' || tag === 'textarea')) return 'input';
  return attribute === 'scroll-top' || attribute === 'scroll-left' ? 'scroll' : 'change';
}
