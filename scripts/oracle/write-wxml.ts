import type { OracleCase, TemplateNode } from './case.ts';

/** Tag of a component. */
export const tagOf = (component: number): string => `c${component}`;

interface Place {
  readonly given: OracleCase;
  /** The component whose template this is. */
  readonly self: number;
  /** Here `slot` means something: in what a component with several slots is given. */
  readonly named: boolean;
  /** No components and slots, by rule `slot-contents-by-name`. */
  readonly plain: boolean;
}

/** The WXML file of component number `self`. */
export function writeWxml(given: OracleCase, self: number): string {
  const component = given.components[self];
  if (component === undefined) return '';
  const place: Place = { given, self, named: false, plain: false };
  const part = component.part.length === 0 ? '' : `<template name="t0">${write(component.part, place)}</template>`;
  return part + write(component.template, place);
}

function write(nodes: readonly TemplateNode[], place: Place): string {
  return nodes.map((node) => writeNode(node, place)).join('');
}

function writeNode(node: TemplateNode, place: Place): string {
  switch (node.kind) {
    case 'text':
      return `${node.before}{{${node.expression}}}`;
    case 'slot':
      if (place.plain) return '';
      return node.name === '' ? '<slot/>' : `<slot name=${quote(node.name)}/>`;
    case 'part':
      // Components may be in it.
      if (place.plain) return '';
      return `<template is="t0" data="{{${node.data}}}"/>`;
    case 'for': {
      const key = node.keyed && node.list in keys ? ` wx:key="${keys[node.list]}"` : '';
      return `<block wx:for="{{${node.list}}}"${key}>${write(node.children, place)}</block>`;
    }
    case 'if': {
      const branches = node.branches.map(
        ({ test, children }, at) =>
          `<block wx:${at === 0 ? 'if' : 'elif'}="{{${test}}}">${write(children, place)}</block>`,
      );
      const last = node.last.length === 0 ? '' : `<block wx:else>${write(node.last, place)}</block>`;
      return branches.join('') + last;
    }
    case 'element':
      return writeTag(node.tag, node, place, { ...place, named: false });
    case 'component': {
      const target = place.self + 1 + node.component;
      const component = place.given.components[target];
      // The last component has nobody to use.
      if (component === undefined || place.plain || (place.named && node.slot !== undefined)) {
        return writeTag('view', node, place, { ...place, named: false });
      }
      return writeTag(tagOf(target), node, place, { ...place, named: component.multipleSlots });
    }
  }
}

/** Rule `keys-are-unique`: what may be a key, by list. */
const keys: Readonly<Record<string, string>> = { list: 'k', pl: 'k', names: '*this', a: '*this' };

type Tagged = Extract<TemplateNode, { kind: 'element' | 'component' }>;

function writeTag(tag: string, node: Tagged, place: Place, within: Place): string {
  const inside = place.named && node.slot !== undefined ? { ...within, plain: true } : within;
  const attributes: [name: string, value: string | undefined][] = [
    ['id', node.id],
    ['class', node.className],
    ['style', node.style],
    ['data-in-set', node.dataset],
    ['mark:m', node.mark],
    ['slot', place.named ? node.slot : undefined],
  ];
  if (node.kind === 'element') attributes.push(['title', node.title]);
  else for (const { name, value } of node.properties) attributes.push([name, value]);
  for (const { prefix, type, handler } of node.events) attributes.push([`${prefix}:${type}`, handler]);
  const written = attributes.map(([name, value]) => (value === undefined ? '' : ` ${name}=${quote(value)}`));
  return `<${tag}${written.join('')}>${write(node.children, inside)}</${tag}>`;
}

function quote(value: string): string {
  return value.includes('"') ? `'${value}'` : `"${value}"`;
}
