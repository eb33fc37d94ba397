import type { SkeletonNode } from '../../../protocol/index.ts';
import { outsideRow, type Path } from '../expression/paths.ts';
import type { WxmlElement } from '../wxml/wxml-node.ts';
import { camelCase } from './attribute-role.ts';
import type { DraftBound, DraftComponent } from './block-draft.ts';
import { lineOf } from './line-of.ts';
import { slotBound } from './lower-content.ts';
import { lowerAttribute } from './lower-value.ts';
import type { Lowering, Spot } from './lowering.ts';
import {
  boundOf,
  type Drawn,
  drawAttribute,
  drawnFields,
  formOf,
  lowerAttributes,
  noteModel,
} from './node-attributes.ts';
import { slotRuns, takesSlotValues } from './slot-contents.ts';

// What belongs to the host element, whatever the component is.
const hostAttributes = new Set(['id', 'class', 'style', 'hidden']);

/** Lowers the use of a custom component, or of a tag nobody knows. */
export function lowerComponent(element: WxmlElement, spot: Spot, lowering: Lowering): SkeletonNode {
  const { draft, scope } = spot;
  const node = draft.node(spot.parent);
  const info = draft.info(node);
  const drawn: Drawn = { attributes: new Map(), holes: new Map() };
  const properties = new Map<string, DraftBound>();
  const takesValues = takesSlotValues(element.children);
  const at = lineOf(element, spot);
  const component: DraftComponent = {
    tag: element.tag,
    at,
    properties,
    generics: new Map(),
    contents: [],
    takesValues,
  };
  info.component = component;
  const heard = lowerAttributes(element, node, spot, lowering, drawn, (written, attribute) => {
    const name = camelCase(written);
    if (properties.has(name) || drawn.attributes.has(name) || drawn.holes.has(name)) {
      lowering.diagnostics.warn(
        'WXML',
        attribute,
        `"${name}" is given twice on "<${element.tag}>"; the first one counts.`,
      );
      return;
    }
    const form = formOf(name);
    const value = lowerAttribute(attribute, form === 'typed' ? true : '', form, scope, lowering.diagnostics);
    const bound = hostAttributes.has(name) ? drawAttribute(name, value, draft, drawn) : boundOf(value, draft);
    if (name === 'id') info.id = bound;
    if (name === 'class') info.class = bound;
    // A component may take `class` as an external class and `style` as a property.
    if (name !== 'id') properties.set(name, bound);
    noteModel(name, attribute, value, node, spot, lowering);
  });
  const reads: (readonly Path[])[] = [];
  const within = takesValues ? scope.content() : scope;
  for (const run of slotRuns(element.children, scope)) {
    const fill = (inner: Spot) => lowering.siblings(run.nodes, { ...inner, inText: false, content: run.kind });
    const nested = lowering.nested(spot, within, fill, run.kind === 'run' ? 'content' : undefined);
    const slot = run.kind === 'run' ? slotBound(run.name, spot, lowering) : undefined;
    component.contents.push({ slot, block: nested.block });
    reads.push(takesValues ? nested.reads.flatMap((path) => outsideRow(path) ?? []) : nested.reads);
  }
  draft.childReads.push({ node, reads: reads.flat() });
  return { kind: 'component', tag: drawnTag(element.tag), ...drawnFields(drawn, heard) };
}

/** The tag as the view may draw it; see protocol/skeletons.ts. */
function drawnTag(tag: string): string {
  const drawn = tag.toLowerCase().replace(/[^a-z0-9._-]/g, '-');
  return (/^[a-z]/.test(drawn) ? drawn : `x${drawn}`).slice(0, 64);
}
