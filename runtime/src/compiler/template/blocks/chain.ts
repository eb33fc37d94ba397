import { isBlank, type WxmlElement, type WxmlNode } from '../wxml/wxml-node.ts';
import { conditionOf, isFurtherBranch } from './directives.ts';

export interface Chain {
  readonly branches: readonly WxmlElement[];
  /** Index of the last branch among the siblings. */
  readonly last: number;
}

/** The element with `wx:if` at `from` and the branches that follow it, with nothing but blanks between. */
export function chainFrom(nodes: readonly WxmlNode[], from: number): Chain {
  const branches: WxmlElement[] = [];
  let last = from;
  for (let at = from; at < nodes.length; at += 1) {
    const node = nodes[at];
    if (node === undefined || isBlank(node)) continue;
    if (node.kind === 'text' || (at > from && !isFurtherBranch(node))) break;
    branches.push(node);
    last = at;
    if (conditionOf(node)?.kind === 'else') break;
  }
  return { branches, last };
}
