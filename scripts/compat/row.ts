import type { Tier } from '../../runtime/src/protocol/documents/tier.ts';

export type Kind = 'tags' | 'attributes' | 'events' | 'apis';

/**
 * `done`; `no effect`: taken, and there is nothing to do for it here; `not here`: taken, so that nothing breaks, and
 * `wx.canIUse` says no to it; `left out`: not ours by decision, not counted;
 * `missing`.
 */
export type Status = 'done' | 'no effect' | 'not here' | 'left out' | 'missing';

/** One documented name and what has become of it. */
export interface Row {
  readonly kind: Kind;
  /** `button`, `button size`, `button getuserinfo` or `showToast`. */
  readonly name: string;
  /** The tag, or the family of `wx` members. */
  readonly group: string;
  readonly tier: Tier;
  readonly status: Status;
  /** Why it has no effect or is left out; which values of it are missing. */
  readonly why?: string;
}
