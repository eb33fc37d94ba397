import type { ComponentCase, TemplateNode } from './case.ts';

/** Tag of a component. */
export const tagOf = (component: number): string => `c${component}`;

/** The WXML file of component number `self` among `count`. */
export function writeWxml(component: ComponentCase, self: number, count: number): string {
  const write = (nodes: readonly TemplateNode[]): string =>
    nodes.map((node) => writeNode(node, self, count, write)).join('');
  return `<template name="t0">${write(component.part)}</template>${write(component.template)}`;
}

function writeNode(
  node: TemplateNode,
  self: number,
  count: number,
  write: (nodes: readonly TemplateNode[]) => string,
): string {
  switch (node.kind) {
    case 'text':
      return `${node.before}{{${node.expression}}}`;
    case 'slot':
      return node.name === '' ? '<slot/>' : `<slot name=${quote(node.name)}/>`;
    case 'part':
      return `<template is="t0" data="{{${node.data}}}"/>`;
    case 'for': {
      const key = node.key === undefined ? '' : ` wx:key="${node.key}"`;
      return `<block wx:for="{{${node.list}}}"${key}>${write(node.children)}</block>`;
    }
    case 'if': {
      const branches = node.branches.map(
        ({ test, children }, at) => `<block wx:${at === 0 ? 'if' : 'elif'}="{{${test}}}">${write(children)}</block>`,
      );
      return `${branches.join('')}<block wx:else>${write(node.last)}</block>`;
    }
    case 'element':
      return `<${node.tag}${attributesOf(node)}>${write(node.children)}</${node.tag}>`;
    case 'component': {
      const target = self + 1 + node.component;
      // The last component has nobody to use.
      const tag = target < count ? tagOf(target) : 'view';
      return `<${tag}${attributesOf(node)}>${write(node.children)}</${tag}>`;
    }
  }
}

type Tagged = Extract<TemplateNode, { kind: 'element' | 'component' }>;

function attributesOf(node: Tagged): string {
  const attributes: [name: string, value: string | undefined][] = [
    ['id', node.id],
    ['class', node.className],
    ['style', node.style],
    ['data-in-set', node.dataset],
    ['mark:m', node.mark],
    ['slot', node.slot],
  ];
  if (node.kind === 'element') attributes.push(['title', node.title]);
  else for (const { name, value } of node.properties) attributes.push([name, value]);
  for (const { prefix, type, handler } of node.events) attributes.push([`${prefix}:${type}`, handler]);
  return attributes.map(([name, value]) => (value === undefined ? '' : ` ${name}=${quote(value)}`)).join('');
}

function quote(value: string): string {
  return value.includes('"') ? `'${value}'` : `"${value}"`;
}
