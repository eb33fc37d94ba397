import type { Scope } from '../expression/scope.ts';
import { Diagnostics } from '../wxml/diagnostics.ts';
import { attributeOf, isBlank, type WxmlElement, type WxmlNode } from '../wxml/wxml-node.ts';
import { camelCase } from './attribute-role.ts';
import { chainFrom } from './chain.ts';
import { conditionOf, repeatOf } from './directives.ts';
import { lowerValue, type Written } from './lower-value.ts';
import { isDeclaration } from './structure.ts';

/** A run of what a component is given. */
export type SlotRun =
  /** All of it goes to one slot. Without name: the default slot. */
  | { readonly kind: 'run'; readonly name: Written | undefined; readonly nodes: readonly WxmlNode[] }
  /** Parts of it go to different slots, or rows of it to one that data names. */
  | { readonly kind: 'carrier'; readonly nodes: readonly WxmlNode[] };

/** Where a node goes: one slot (undefined: the default one), or several. */
type Goal = Written | undefined | 'several';

/**
 * Splits a component's children into runs, in the order they are written: a component without `multipleSlots`
 * draws all of them in that order, whatever their names.
 */
export function slotRuns(nodes: readonly WxmlNode[], scope: Scope): SlotRun[] {
  const runs: { kind: SlotRun['kind']; name: Written | undefined; nodes: WxmlNode[] }[] = [];
  for (let at = 0; at < nodes.length; at += 1) {
    const node = nodes[at];
    if (node === undefined || leavesNothing(node)) continue;
    const together = togetherFrom(nodes, at);
    at += together.length - 1;
    const goal = goalOf(together, scope, 0);
    const kind = goal === 'several' ? 'carrier' : 'run';
    const name = goal === 'several' ? undefined : goal;
    const last = runs.at(-1);
    if (last !== undefined && last.kind === kind && isSameName(last.name, name)) last.nodes.push(...together);
    else runs.push({ kind, name, nodes: together });
  }
  return runs;
}

/** `slot=` of an element; the empty name means the default slot. Undefined: its place decides. */
export function slotName(element: WxmlElement): Written | undefined {
  const attribute = attributeOf(element, 'slot');
  return attribute && { source: attribute.source, start: attribute.valueStart, text: attribute.value ?? '' };
}

/** True for what is no node of its own: the nodes in it are the content, and each may name its slot. */
export function isTransparent(element: WxmlElement): boolean {
  const tag = element.tag.toLowerCase();
  return (tag === 'block' || tag === 'include') && attributeOf(element, 'slot') === undefined;
}

/** `slot:name` and `slot:name="alias"` of an element: alias → name of the slot's value. */
export function slotValueNames(element: WxmlElement): Map<string, string> {
  const names = new Map<string, string>();
  for (const { name, value } of element.attributes) {
    if (!name.startsWith('slot:') || name.length === 5) continue;
    const member = camelCase(name.slice(5));
    names.set(value === undefined || value === '' ? member : value, member);
  }
  return names;
}

/** True when something directly in the content asks for a value of its slot. */
export function takesSlotValues(nodes: readonly WxmlNode[]): boolean {
  return nodes.some((node) => {
    if (node.kind === 'text') return false;
    return slotValueNames(node).size > 0 || (node.tag.toLowerCase() === 'block' && takesSlotValues(node.children));
  });
}

function leavesNothing(node: WxmlNode): boolean {
  return isBlank(node) || (node.kind === 'element' && isDeclaration(node));
}

/** The node at `from`, with the branches that follow its `wx:if`. */
function togetherFrom(nodes: readonly WxmlNode[], from: number): WxmlNode[] {
  const node = nodes[from];
  if (node?.kind !== 'element' || conditionOf(node)?.kind !== 'if') return nodes.slice(from, from + 1);
  if (repeatOf(node, new Diagnostics()) !== undefined) return [node];
  return nodes.slice(from, chainFrom(nodes, from).last + 1);
}

/** `rows`: how many `wx:for` lie between the place where a name would be evaluated and these nodes. */
function goalOf(nodes: readonly WxmlNode[], scope: Scope, rows: number): Goal {
  let goal: Goal;
  let isFirst = true;
  for (const node of nodes) {
    if (leavesNothing(node)) continue;
    const own = node.kind === 'text' ? undefined : goalOfElement(node, scope, rows);
    if (own === 'several' || (!isFirst && !isSameName(own, goal))) return 'several';
    goal = own;
    isFirst = false;
  }
  return goal;
}

function goalOfElement(element: WxmlElement, around: Scope, rowsAround: number): Goal | 'several' {
  const repeat = repeatOf(element, new Diagnostics());
  const scope = repeat === undefined ? around : around.row(repeat.item, repeat.index);
  const rows = repeat === undefined ? rowsAround : rowsAround + 1;
  const name = slotName(element);
  if (name !== undefined) {
    if (name.text === '') return undefined;
    const value = lowerValue(name, 'text', scope, new Diagnostics());
    // Rows, too, follow their name one by one.
    return value.kind === 'dynamic' && rows > 0 ? 'several' : name;
  }
  // What a file brings is known once it is lowered.
  if (element.tag.toLowerCase() === 'include') return 'several';
  return isTransparent(element) ? goalOf(element.children, scope, rows) : undefined;
}

/** Nodes whose name may change follow it one by one, as on the platform: what comes with one is attached before the next. */
function isSameName(one: Written | undefined, other: Goal): boolean {
  if (one === undefined || other === undefined || other === 'several') return one === other;
  return one.text === other.text && !one.text.includes('{{');
}
