import { Scope } from '../expression/scope.ts';
import { Diagnostics } from '../wxml/diagnostics.ts';
import { attributeOf, isBlank, type WxmlElement, type WxmlNode } from '../wxml/wxml-node.ts';
import { chainFrom } from './chain.ts';
import { conditionOf, repeatOf } from './directives.ts';
import { lowerValue, type Written } from './lower-value.ts';
import { isDeclaration } from './structure.ts';

/** What a component is given for one of its slots. Without name: the default slot. */
export interface SlotContent {
  readonly name: Written | undefined;
  readonly nodes: readonly WxmlNode[];
}

/** Slot name as written → where; the default slot is the empty name. */
type SlotNames = Map<string, Written | undefined>;

// Each is looked for among all children; a component with more slots is a mistake or an attack.
const mostSlots = 100;

const noModules: ReadonlySet<string> = new Set();

/**
 * Groups a component's children by their `slot=` attribute, in order of first appearance. A `block` (with its
 * `wx:if` or `wx:for`) that holds content for several slots is repeated for each of them with its own part.
 */
export function slotContents(children: readonly WxmlNode[], diagnostics: Diagnostics): SlotContent[] {
  const names: SlotNames = new Map();
  collectNames(children, new Scope(noModules), names, diagnostics);
  if (names.size === 1 && names.has('')) return [{ name: undefined, nodes: children }];
  return [...names].map(([key, name]) => ({ name, nodes: project(children, key, names) }));
}

function collectNames(nodes: readonly WxmlNode[], around: Scope, names: SlotNames, diagnostics: Diagnostics): void {
  for (const node of nodes) {
    if (isBlank(node) || (node.kind === 'element' && isDeclaration(node))) continue;
    if (node.kind === 'text') {
      names.set('', undefined);
      continue;
    }
    const repeat = repeatOf(node, new Diagnostics());
    const scope = repeat === undefined ? around : around.row(repeat.item, repeat.index);
    const name = slotName(node);
    if (name === undefined && isTransparent(node)) {
      collectNames(node.children, scope, names, diagnostics);
      continue;
    }
    const refused = name && refusal(name, scope, names);
    if (refused !== undefined) {
      diagnostics.warn('DIRECTIVE', name ?? node, `${refused}; the content goes to the default slot.`);
    }
    if (name === undefined || refused !== undefined) names.set('', undefined);
    else names.set(name.text, name);
  }
}

/** The `slot=` of an element, unless it names the default slot. */
function slotName(element: WxmlElement): Written | undefined {
  const attribute = attributeOf(element, 'slot');
  if (attribute?.value === undefined || attribute.value === '') return undefined;
  return { source: attribute.source, start: attribute.valueStart, text: attribute.value };
}

/** Why the content cannot go to the slot of that name. */
function refusal(name: Written, scope: Scope, names: SlotNames): string | undefined {
  if (names.size >= mostSlots && !names.has(name.text)) {
    return `A component takes content for ${mostSlots} slots at most`;
  }
  const value = lowerValue(name, 'text', scope, new Diagnostics());
  // The name is evaluated beside the component, where no row of its content exists.
  const isOfRow = value.kind === 'dynamic' && value.reads.some((path) => path.root !== 'data');
  return isOfRow ? 'A slot name cannot depend on the wx:for around it here' : undefined;
}

function isTransparent(element: WxmlElement): boolean {
  return element.tag.toLowerCase() === 'block';
}

/** The children that belong to one slot. */
function project(nodes: readonly WxmlNode[], key: string, names: SlotNames): WxmlNode[] {
  const kept: WxmlNode[] = [];
  for (let at = 0; at < nodes.length; at += 1) {
    const node = nodes[at];
    if (node === undefined) continue;
    if (node.kind === 'text') {
      if (key === '') kept.push(node);
    } else if (conditionOf(node)?.kind === 'if') {
      // A branch for another slot stays as an empty one: it still decides whether the next branches are asked.
      const { branches, last } = chainFrom(nodes, at);
      const parts = branches.map((branch) => part(branch, key, names) ?? emptyBranch(branch));
      if (parts.some((branch) => branch.tag !== 'block' || branch.children.length > 0)) kept.push(...parts);
      at = last;
    } else {
      const own = part(node, key, names);
      if (own !== undefined) kept.push(own);
    }
  }
  return kept;
}

/** The element as far as it belongs to the slot. */
function part(element: WxmlElement, key: string, names: SlotNames): WxmlElement | undefined {
  const name = slotName(element);
  if (name === undefined && isTransparent(element)) {
    const children = project(element.children, key, names);
    return children.some((child) => !isBlank(child)) ? { ...element, children } : undefined;
  }
  const own = name !== undefined && names.has(name.text) ? name.text : '';
  return own === key ? element : undefined;
}

function emptyBranch(element: WxmlElement): WxmlElement {
  const attributes = element.attributes.filter((attribute) => /^wx:(?:if|elif|else)$/.test(attribute.name));
  return { ...element, tag: 'block', attributes, children: [] };
}
