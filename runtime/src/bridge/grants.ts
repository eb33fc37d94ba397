/** What the user decided about one scope of one program. */
export type Decision = 'granted' | 'refused';

/** Decisions that outlive a call. A scope without a decision has not been asked for. */
export interface Grants {
  decision(appId: string, scope: string): Promise<Decision | undefined>;
  decide(appId: string, scope: string, decision: Decision): Promise<void>;
  /** Every decision about a program, scope → decision. */
  decisions(appId: string): Promise<ReadonlyMap<string, Decision>>;
  privacyAccepted(appId: string): Promise<boolean>;
  acceptPrivacy(appId: string): Promise<void>;
  /** Forgets everything about a program. */
  forget(appId: string): Promise<void>;
}

/** Grants that last as long as the process: for tests, and for hosts that ask anew each time. */
export function createMemoryGrants(): Grants {
  const decisions = new Map<string, Map<string, Decision>>();
  const accepted = new Set<string>();
  return {
    decision: async (appId, scope) => decisions.get(appId)?.get(scope),
    async decide(appId, scope, decision) {
      const own = decisions.get(appId) ?? new Map<string, Decision>();
      own.set(scope, decision);
      decisions.set(appId, own);
    },
    decisions: async (appId) => new Map(decisions.get(appId)),
    privacyAccepted: async (appId) => accepted.has(appId),
    async acceptPrivacy(appId) {
      accepted.add(appId);
    },
    async forget(appId) {
      decisions.delete(appId);
      accepted.delete(appId);
    },
  };
}
