import type { Anchor } from '../../protocol/templates.ts';
import { ChoiceAnchor } from './anchor-choice.ts';
import { createBlock, evaluateFor } from './block.ts';
import type { Block } from './types.ts';

type IfInfo = Extract<Anchor, { kind: 'if' }>;

/** `wx:if`, `wx:elif`, `wx:else`: at most one branch exists. */
export class IfAnchor extends ChoiceAnchor<IfInfo, number> {
  protected override choose(): number {
    const branches = this.info.branches;
    for (let at = 0; at < branches.length; at += 1) {
      const test = branches[at]?.test;
      if (test === undefined || evaluateFor(this.block, test)) return at;
    }
    return -1;
  }

  protected override create(at: number): Block | undefined {
    const branch = this.info.branches[at];
    if (branch === undefined) return undefined;
    const { plan, environment, row } = this.block;
    return createBlock(plan.unit.plan(branch.block), environment, row, this);
  }
}
