import type { SkeletonNode } from '../../../protocol/index.ts';
import type { Entry, Expression } from '../expression/expression.ts';
import { type Path, staticPath, staticPaths } from '../expression/paths.ts';
import type { Scope } from '../expression/scope.ts';
import { translate } from '../expression/translate.ts';
import { attributeOf, type WxmlElement } from '../wxml/wxml-node.ts';
import { addAnchor } from './anchor.ts';
import { Code, type DraftInput } from './block-draft.ts';
import { lineOf } from './line-of.ts';
import { codeOf, lowerAttribute, parseWritten } from './lower-value.ts';
import type { Lowering, Spot } from './lowering.ts';

interface TemplateData {
  readonly code: string;
  readonly reads: readonly Path[];
  readonly inputs: readonly DraftInput[];
}

const noData: TemplateData = { code: '({})', reads: [], inputs: [] };

/** `<template is="name" data="{{a, b: c, ...d}}">`. */
export function lowerTemplateCall(element: WxmlElement, spot: Spot, lowering: Lowering): SkeletonNode[] {
  const is = attributeOf(element, 'is');
  if (is === undefined) {
    lowering.diagnostics.warn('DIRECTIVE', element, 'This <template> has neither "name" nor "is"; left out.');
    return [];
  }
  const name = lowerAttribute(is, '', 'text', spot.scope, lowering.diagnostics);
  const data = templateData(element, spot.scope, lowering);
  const anchor = {
    kind: 'template',
    at: lineOf(element, spot),
    name: Code.expression(codeOf(name)),
    data: Code.expression(data.code),
    inputs: data.inputs,
  } as const;
  return [addAnchor(spot, anchor, [...(name.kind === 'dynamic' ? name.reads : []), ...data.reads])];
}

function templateData(element: WxmlElement, scope: Scope, { diagnostics }: Lowering): TemplateData {
  const attribute = attributeOf(element, 'data');
  if (attribute?.value === undefined || attribute.value.trim() === '') return noData;
  const { source, valueStart: start, value: text } = attribute;
  const parts = parseWritten({ source, start, text }, diagnostics);
  // Space around the braces would make it text; nobody means that here.
  const bindings = parts?.filter((part) => part.kind === 'binding' || part.text.trim() !== '') ?? [];
  const only = bindings.length === 1 ? bindings[0] : undefined;
  if (only?.kind === 'binding') return only.expression === undefined ? noData : dataOf(only.expression, scope);
  if (parts !== undefined) {
    diagnostics.warn(
      'DIRECTIVE',
      attribute,
      'The data of a template is one {{ }}, for example "{{...item}}"; left out.',
    );
  }
  return noData;
}

function dataOf(expression: Expression, scope: Scope): TemplateData {
  const entries = entriesOf(expression);
  const { code, reads } = translate({ kind: 'object', at: expression.at, entries }, scope);
  return { code, reads, inputs: entries.flatMap((entry) => inputOf(entry, scope)) };
}

/** `{{a}}` is short for `{{a: a}}`; any other value is taken for the object itself. */
function entriesOf(expression: Expression): readonly Entry[] {
  if (expression.kind === 'object') return expression.entries;
  return [expression.kind === 'name' ? { key: expression.name, value: expression } : { value: expression }];
}

function inputOf({ key, value }: Entry, scope: Scope): DraftInput[] {
  const { reads, path } = translate(value, scope);
  if (reads.length === 0) return [];
  const from = staticPath(path);
  if (from !== undefined) return key === undefined ? [{ spread: from }] : [{ key, path: from }];
  return [{ key, reads: staticPaths(reads) }];
}
