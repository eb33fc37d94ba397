import type { OracleCase, TemplateNode } from './case.ts';
import { places } from './fields.ts';

/** Tag that the user of a component decides on with `generic:`. */
export const abstractTag = 'g';

/** Tag of a component. */
export const tagOf = (component: number): string => `c${component}`;

interface Place {
  readonly program: OracleCase;
  /** The component whose template this is. */
  readonly self: number;
  /** Directly in what a component is given, where `slot` means something; `slot:v` does between its very tags only. */
  readonly content: 'child' | 'deeper' | undefined;
  /** That component makes content for every slot. */
  readonly dynamic: boolean;
  /** In a `<template name>`. */
  readonly part: boolean;
}

/** The WXML file of component number `self`. */
export function writeWxml(program: OracleCase, self: number): string {
  const component = program.components[self];
  if (component === undefined) return '';
  const place: Place = { program, self, content: undefined, dynamic: false, part: false };
  const part = `<template name="t0">${write(component.part, { ...place, part: true })}</template>`;
  // What the page shows as `t1`, and by data that names it.
  const others = '<template name="t1">{{a}}<view/></template><template name="x">{{s}}</template>';
  return part + others + write(component.template, place);
}

function write(nodes: readonly TemplateNode[], place: Place): string {
  return nodes.map((node) => writeNode(node, place)).join('');
}

function writeNode(node: TemplateNode, place: Place): string {
  const slot = slotOf(node, place);
  const within: Place = slot === '' ? deeper(place) : { ...place, content: undefined };
  switch (node.kind) {
    case 'text':
      // Rule `content-of-every-slot`.
      if (place.content !== undefined && place.dynamic) return `<view>${node.before}{{${node.expression}}}</view>`;
      return `${node.before}{{${node.expression}}}`;
    case 'slot':
      return writeSlot(node, place);
    case 'part': {
      const call = `<template is=${quote(node.is)} data="{{${node.data}}}"/>`;
      // Rule `content-of-every-slot`: it may be text.
      return place.content !== undefined && place.dynamic ? `<view>${call}</view>` : call;
    }
    case 'for': {
      const holdsSlots = place.program.components[place.self]?.slots === 'dynamic' && hasSlot(node.children);
      // Rule `content-of-every-slot`.
      const isKeyed = node.keyed && node.list in keys && !holdsSlots;
      const key = isKeyed ? ` wx:key="${keys[node.list]}"` : '';
      return `<block wx:for="{{${node.list}}}"${key}${slot}>${write(node.children, within)}</block>`;
    }
    case 'if': {
      // Rule `content-of-every-slot`.
      if (place.content !== undefined && place.dynamic && mayBeEmpty(node)) {
        return `<view${slot}>${writeNode(node, { ...place, content: undefined })}</view>`;
      }
      const branches = node.branches.map(
        ({ test, children }, at) =>
          `<block wx:${at === 0 ? 'if' : 'elif'}="{{${test}}}"${slot}>${write(children, within)}</block>`,
      );
      const last = node.last.length === 0 ? '' : `<block wx:else${slot}>${write(node.last, within)}</block>`;
      return branches.join('') + last;
    }
    case 'element':
      return writeTag(node.tag, node, place, { ...place, content: undefined });
    case 'component': {
      const target = place.self + 1 + node.component;
      const component = place.program.components[target];
      // The last component has nobody to use.
      if (component === undefined) return writeTag('view', node, place, { ...place, content: undefined });
      const dynamic = component.slots === 'dynamic';
      if (node.abstract && place.self > 0) {
        // Which slots it has is not known here.
        return writeTag(abstractTag, { ...node, children: [] }, place, { ...place, content: undefined });
      }
      return writeTag(tagOf(target), node, place, { ...place, content: 'child', dynamic });
    }
  }
}

function mayBeEmpty({ branches, last }: Extract<TemplateNode, { kind: 'if' }>): boolean {
  return last.length === 0 || branches.some(({ children }) => children.length === 0);
}

function hasSlot(nodes: readonly TemplateNode[]): boolean {
  return nodes.some((node) => {
    if (node.kind === 'if') return hasSlot(node.last) || node.branches.some(({ children }) => hasSlot(children));
    return node.kind === 'slot' || ('children' in node && hasSlot(node.children));
  });
}

function deeper(place: Place): Place {
  return place.content === undefined ? place : { ...place, content: 'deeper' };
}

function slotOf(node: TemplateNode, place: Place): string {
  if (place.content === undefined || !('slot' in node) || node.slot === undefined) return '';
  return ` slot=${quote(slotName(node.slot))}`;
}

/** Rules `nothing-is-no-attribute` and `content-of-every-slot`: a name is always text. */
function slotName(name: string): string {
  return name.startsWith('{{') ? `{{[${name.slice(2, -2)}] + ''}}` : name;
}

function writeSlot(node: Extract<TemplateNode, { kind: 'slot' }>, place: Place): string {
  const own = place.program.components[place.self]?.slots;
  const name = node.name === '' ? '' : ` name=${quote(node.name)}`;
  const value = own === 'dynamic' ? ` v=${quote(`{{${node.value}}}`)}` : '';
  // Rule `content-of-every-slot`.
  if (place.content !== undefined && place.dynamic) return `<view${slotOf(node, place)}><slot${name}${value}/></view>`;
  return `<slot${name}${slotOf(node, place)}${value}/>`;
}

/** Rule `keys-are-unique`: what may be a key, by list. */
const keys: Readonly<Record<string, string>> = { list: 'k', pl: 'k', names: '*this', a: '*this' };

type Tagged = Extract<TemplateNode, { kind: 'element' | 'component' }>;

type Attribute = readonly [name: string, value: string | undefined];

const writeAttribute = ([name, value]: Attribute): string => (value === undefined ? '' : ` ${name}=${quote(value)}`);

function writeTag(tag: string, node: Tagged, place: Place, within: Place): string {
  const slot = place.content === undefined || node.slot === undefined ? undefined : slotName(node.slot);
  // Rule `slot-before-properties`.
  const around = node.kind === 'component' && !place.dynamic && slot?.includes('{{') === true ? slot : undefined;
  const attributes: Attribute[] = [
    ['id', node.id],
    ['class', node.className],
    ['style', node.style],
    ['data-in-set', node.dataset],
    ['mark:m', node.mark],
    ['slot', around === undefined ? slot : undefined],
    ['slot:v', place.content === 'child' && place.dynamic ? node.takes : undefined],
  ];
  if (node.kind === 'element') attributes.push(['title', node.title]);
  else {
    for (const { name, value, twoWay } of node.properties) {
      attributes.push([twoWay && !place.part && isPlace(name, value) ? `model:${name}` : name, value]);
    }
    const count = place.program.components.length;
    const target = tag === abstractTag ? count - 2 : place.self + 1 + node.component;
    // Always something that comes after the component itself, so that nesting ends.
    if (target < count - 1)
      attributes.push([`generic:${abstractTag}`, tagOf(target + 1 + (node.generic % (count - 1 - target)))]);
  }
  for (const { prefix, type, handler } of node.events) attributes.push([`${prefix}:${type}`, handler]);
  const tagged = `<${tag}${attributes.map(writeAttribute).join('')}>${write(node.children, within)}</${tag}>`;
  return around === undefined ? tagged : `<block${writeAttribute(['slot', around])}>${tagged}</block>`;
}

const isPlace = (name: string, value: string): boolean => places[name]?.includes(value.slice(2, -2)) === true;

function quote(value: string): string {
  return value.includes('"') ? `'${value.replaceAll("'", '"')}'` : `"${value}"`;
}
