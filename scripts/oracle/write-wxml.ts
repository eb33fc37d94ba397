import type { OracleCase, TemplateNode } from './case.ts';
import { fixedLists } from './fields.ts';

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
  /** In a row of a list that may grow. */
  readonly growing: boolean;
}

/** The WXML file of component number `self`. */
export function writeWxml(program: OracleCase, self: number): string {
  const component = program.components[self];
  if (component === undefined) return '';
  const place: Place = { program, self, content: undefined, dynamic: false, growing: false };
  const part = component.part.length === 0 ? '' : `<template name="t0">${write(component.part, place)}</template>`;
  return part + write(component.template, place);
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
    case 'part':
      return `<template is="t0" data="{{${node.data}}}"/>`;
    case 'for': {
      const holdsSlots = place.program.components[place.self]?.slots === 'dynamic' && hasSlot(node.children);
      // Rule `content-of-every-slot`.
      const isKeyed = node.keyed && node.list in keys && !holdsSlots;
      const key = isKeyed ? ` wx:key="${keys[node.list]}"` : '';
      const growing = place.growing || !fixedLists.has(node.list);
      return `<block wx:for="{{${node.list}}}"${key}${slot}>${write(node.children, { ...within, growing })}</block>`;
    }
    case 'if': {
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
      return writeTag(tagOf(target), node, place, { ...place, content: 'child', dynamic });
    }
  }
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
  return ` slot=${quote(node.slot)}`;
}

function writeSlot(node: Extract<TemplateNode, { kind: 'slot' }>, place: Place): string {
  const own = place.program.components[place.self]?.slots;
  // Rule `slots-in-growing-rows`.
  if (place.growing && own !== 'dynamic') return '';
  const name = node.name === '' ? '' : ` name=${quote(node.name)}`;
  const value = own === 'dynamic' ? ` v=${quote(`{{${node.value}}}`)}` : '';
  // Rule `content-of-every-slot`.
  if (place.content !== undefined && place.dynamic) return `<view${slotOf(node, place)}><slot${name}${value}/></view>`;
  return `<slot${name}${slotOf(node, place)}${value}/>`;
}

/** Rule `keys-are-unique`: what may be a key, by list. */
const keys: Readonly<Record<string, string>> = { list: 'k', pl: 'k', names: '*this', a: '*this' };

type Tagged = Extract<TemplateNode, { kind: 'element' | 'component' }>;

function writeTag(tag: string, node: Tagged, place: Place, within: Place): string {
  const attributes: [name: string, value: string | undefined][] = [
    ['id', node.id],
    ['class', node.className],
    ['style', node.style],
    ['data-in-set', node.dataset],
    ['mark:m', node.mark],
    ['slot', place.content === undefined ? undefined : node.slot],
    ['slot:v', place.content === 'child' && place.dynamic ? node.takes : undefined],
  ];
  if (node.kind === 'element') attributes.push(['title', node.title]);
  else for (const { name, value } of node.properties) attributes.push([name, value]);
  for (const { prefix, type, handler } of node.events) attributes.push([`${prefix}:${type}`, handler]);
  const written = attributes.map(([name, value]) => (value === undefined ? '' : ` ${name}=${quote(value)}`));
  return `<${tag}${written.join('')}>${write(node.children, within)}</${tag}>`;
}

function quote(value: string): string {
  return value.includes('"') ? `'${value}'` : `"${value}"`;
}
