import type { Json, SkeletonNode, TextNode } from '../protocol/index.ts';
import { textOf } from '../view/index.ts';
import { isText } from './dom-nodes.ts';
import { textContent } from './text-content.ts';

type Values = readonly Json[];
type Source = { readonly value: Json } | { readonly hole: number };

/** A text's first content, and what writes it whenever one of `holes` changes. */
export interface TextPlan {
  readonly holes: readonly number[];
  write(node: Node, values: Values): void;
}

/** How the text node `is`, a child of `parent`, follows its values; inside `<text>` also `decode` and `space`. */
export function planText(is: TextNode, parent: SkeletonNode | undefined): TextPlan {
  const own: Source = is.hole === undefined ? { value: is.text ?? '' } : { hole: is.hole };
  const decode = attributeSource(parent, 'decode');
  const space = attributeSource(parent, 'space');
  const content =
    decode || space
      ? (values: Values) => textContent(textOf(read(own, values)), read(decode, values), read(space, values))
      : (values: Values) => textOf(read(own, values));
  const holes = [own, decode, space].flatMap((source) => (source && 'hole' in source ? [source.hole] : []));
  return {
    holes,
    write(node, values) {
      if (isText(node)) node.data = content(values);
    },
  };
}

function read(source: Source | undefined, values: Values): Json | undefined {
  if (!source) return undefined;
  return 'hole' in source ? values[source.hole] : source.value;
}

function attributeSource(parent: SkeletonNode | undefined, name: string): Source | undefined {
  if (parent?.kind !== 'element' || parent.tag !== 'text') return undefined;
  const hole = parent.holes?.[name];
  if (hole !== undefined) return { hole };
  const value = parent.attributes?.[name];
  if (value === undefined) return undefined;
  return { value };
}
