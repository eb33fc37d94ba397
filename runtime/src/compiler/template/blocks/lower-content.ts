import type { SkeletonNode } from '../../../protocol/index.ts';
import { addAnchor } from './anchor.ts';
import type { DraftBound } from './block-draft.ts';
import { lowerValue, type Written } from './lower-value.ts';
import type { Lowering, Spot } from './lowering.ts';
import { boundOf } from './node-attributes.ts';

/** A part of slot content in a carrier: what `fill` lowers goes to the slot of that name. */
export function lowerContent(
  name: Written | undefined,
  fill: (spot: Spot) => SkeletonNode[],
  spot: Spot,
  lowering: Lowering,
): SkeletonNode {
  const slot = slotBound(name, spot, lowering);
  const within = (inner: Spot) => fill({ ...inner, content: 'run', inText: false });
  const { block, reads } = lowering.nested(spot, spot.scope, within, 'content');
  return addAnchor(spot, { kind: 'content', slot, block }, reads);
}

/** A slot's name as the guest finds it. */
export function slotBound(name: Written | undefined, { scope, draft }: Spot, { diagnostics }: Lowering): DraftBound {
  if (name === undefined) return { value: '' };
  return boundOf(lowerValue(name, 'text', scope, diagnostics), draft);
}
