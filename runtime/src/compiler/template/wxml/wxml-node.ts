import type { Place } from './diagnostics.ts';

/** `name`, `name=value` or `name="value"`. Offsets count in the source's text. */
export interface WxmlAttribute extends Place {
  /** As written. */
  readonly name: string;
  /** As written between the quotes; `undefined` when there was no `=`. */
  readonly value: string | undefined;
  /** Where the value starts (the name when there is none). */
  readonly valueStart: number;
}

export interface WxmlElement extends Place {
  readonly kind: 'element';
  /** As written. */
  readonly tag: string;
  readonly attributes: readonly WxmlAttribute[];
  readonly children: readonly WxmlNode[];
  /** Raw content of `<wxs>`, and where it starts. */
  readonly code?: { readonly text: string; readonly start: number } | undefined;
}

/** Text as written: entities and `{{ }}` not yet looked at. */
export interface WxmlText extends Place {
  readonly kind: 'text';
  readonly text: string;
}

export type WxmlNode = WxmlElement | WxmlText;

/** The attribute of that name, as written. */
export function attributeOf(element: WxmlElement, name: string): WxmlAttribute | undefined {
  return element.attributes.find((attribute) => attribute.name === name);
}

/** True for text that only indents the markup. */
export function isBlank(node: WxmlNode): boolean {
  return node.kind === 'text' && !/\S/.test(node.text);
}
