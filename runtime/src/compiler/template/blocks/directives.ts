import type { Diagnostics } from '../wxml/diagnostics.ts';
import { attributeOf, type WxmlAttribute, type WxmlElement } from '../wxml/wxml-node.ts';

export interface Repeat {
  readonly list: WxmlAttribute;
  readonly item: string;
  readonly index: string;
  /** A member of the item, or `*this`. */
  readonly key: string | undefined;
}

/** `wx:for` and its companions; `undefined` without it. */
export function repeatOf(element: WxmlElement, diagnostics: Diagnostics): Repeat | undefined {
  const list = attributeOf(element, 'wx:for') ?? attributeOf(element, 'wx:for-items');
  if (list === undefined) {
    for (const attribute of element.attributes) {
      if (!/^wx:(?:key|for-item|for-index)$/.test(attribute.name)) continue;
      diagnostics.warn('DIRECTIVE', attribute, `"${attribute.name}" has no meaning without wx:for; left out.`);
    }
    return undefined;
  }
  if (list.value === undefined || !list.value.includes('{{')) {
    const meant = `"{{${list.value ?? ''}}}"`;
    diagnostics.warn(
      'DIRECTIVE',
      list,
      `wx:for without {{ }} repeats over the letters of the text. Probably meant: ${meant}.`,
    );
  } else if (/^\s|\s$/.test(list.value)) {
    diagnostics.warn(
      'DIRECTIVE',
      list,
      'The space beside {{ }} turns the list into text: wx:for repeats over its letters.',
    );
  }
  const item = rowName(element, 'wx:for-item', 'item', diagnostics);
  const index = rowName(element, 'wx:for-index', 'index', diagnostics);
  return { list, item, index, key: keyOf(element, { item, index, list: list.value }, diagnostics) };
}

function rowName(element: WxmlElement, attribute: string, usual: string, diagnostics: Diagnostics): string {
  const named = attributeOf(element, attribute);
  const name = named?.value?.trim() ?? '';
  if (named === undefined || name === '') return usual;
  if (!name.includes('{')) return name;
  diagnostics.warn('DIRECTIVE', named, `"${attribute}" takes a plain name, not {{ }}; "${usual}" is used.`);
  return usual;
}

/** `wx:key` names a member of the item; what authors write instead is brought to that form. */
function keyOf(
  element: WxmlElement,
  { item, index, list }: { item: string; index: string; list: string | undefined },
  diagnostics: Diagnostics,
): string | undefined {
  const attribute = attributeOf(element, 'wx:key');
  const written = attribute?.value?.trim() ?? '';
  if (attribute === undefined || written === '') return undefined;
  if (/^[^{}.*]+$/.test(written)) return written === 'this' ? '*this' : written;
  if (written === '*this') return written;
  const inner = inBraces(written);
  const plain = inner.replace(/^\*/, '');
  const key =
    plain === item || plain === 'this' ? '*this' : plain.startsWith(`${item}.`) ? plain.slice(item.length + 1) : plain;
  const usable = /^(?:\*this|[\w$]+)$/.test(key) && key !== index && key !== inBraces(list ?? '');
  const taken = usable ? `taken as "${key}"` : 'rows are matched by position';
  diagnostics.warn('DIRECTIVE', attribute, `wx:key is the plain name of a member of the item, or *this; ${taken}.`);
  return usable ? key : undefined;
}

function inBraces(text: string): string {
  return text.startsWith('{{') && text.endsWith('}}') ? text.slice(2, -2).trim() : text;
}

export interface Condition {
  readonly kind: 'if' | 'elif' | 'else';
  readonly attribute: WxmlAttribute;
}

/** `wx:if`, `wx:elif` or `wx:else` of an element. */
export function conditionOf(element: WxmlElement): Condition | undefined {
  for (const kind of ['if', 'elif', 'else'] as const) {
    const attribute = attributeOf(element, `wx:${kind}`);
    if (attribute !== undefined) return { kind, attribute };
  }
  return undefined;
}

/** True for an element that goes on with the `wx:if` before it. */
export function isFurtherBranch(element: WxmlElement): boolean {
  const kind = conditionOf(element)?.kind;
  return kind === 'elif' || kind === 'else';
}
