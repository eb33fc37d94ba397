import type { AnchorNode } from '../../../protocol/index.ts';
import type { Path } from '../expression/paths.ts';
import type { DraftAnchor } from './block-draft.ts';
import type { Spot } from './lowering.ts';

/** Adds an anchor node. `reads`: what its tests or list and everything in its nested blocks read. */
export function addAnchor({ draft, parent }: Spot, anchor: DraftAnchor, reads: readonly Path[]): AnchorNode {
  const node = draft.node(parent);
  draft.info(node).anchor = anchor;
  draft.childReads.push({ node, reads });
  return { kind: 'anchor' };
}
