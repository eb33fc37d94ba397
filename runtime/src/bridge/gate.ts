import type { Capability } from '../protocol/capabilities.ts';
import type { ErrorCode } from '../protocol/errors.ts';
import type { Manifest } from '../protocol/manifest.ts';
import type { Grants } from './grants.ts';
import { isObject } from './json-copy.ts';
import { createRate } from './rate.ts';

/** The gates in their fixed order. The first that refuses ends the call. */
export const gateNames = ['declared', 'privacy', 'scope', 'gesture', 'eligibility', 'rate'] as const;
export type GateName = (typeof gateNames)[number];

/** How the user answered a question about a scope; `closed` is no decision. */
export type Answer = 'granted' | 'refused' | 'closed';
/** What an account must be for some capabilities. */
export type Eligibility = 'real-name' | 'signed-in';

/** A question for the user. `reason` is the program's own words and must be shown as such. */
export interface ScopeQuestion {
  readonly appId: string;
  readonly scope: string;
  readonly reason?: string | undefined;
}

/** All that the gate asks of the host. */
export interface GateOptions {
  readonly manifest: Manifest;
  readonly grants: Grants;
  /** Asks about a scope that has no decision yet. Absent: it counts as closed. */
  readonly ask?: ((question: ScopeQuestion) => Promise<Answer>) | undefined;
  /** Shows the privacy contract, which the call `referrer` needs; true when the user accepts it. Absent: it counts as refused. */
  readonly askPrivacy?: ((appId: string, referrer: string) => Promise<boolean>) | undefined;
  readonly eligible?: ((need: Eligibility, appId: string) => Promise<boolean>) | undefined;
  /** Whether the program is in front. Absent: always. */
  readonly visible?: (() => boolean) | undefined;
  readonly now: () => number;
  /** How old a user action may be. Default 5,000 ms, as a browser's transient activation. */
  readonly gestureMs?: number | undefined;
}

export interface Refusal {
  readonly gate: GateName;
  readonly code: ErrorCode;
  /** Without the name, in WeChat's words where it has any. */
  readonly errMsg: string;
  readonly errno?: number | undefined;
}

export interface Gate {
  /** Undefined when the call may pass. Asks the user where a gate needs an answer. `scope`: the one its parameters name. */
  check(capability: Capability, gestureAgeMs: number | undefined, scope?: string): Promise<Refusal | undefined>;
}

type Check = (
  capability: Capability,
  gestureAgeMs: number | undefined,
  scope: string | undefined,
) => Promise<Refusal | undefined>;

/** The one place that decides. Denies by default: whatever is not known to hold does not hold. */
export function createGate(options: GateOptions): Gate {
  const { manifest, grants, now, gestureMs = 5_000 } = options;
  const { appId } = manifest;
  const declared: ReadonlySet<string> = new Set(manifest.capabilities);
  const privateInfos: ReadonlySet<unknown> = new Set(listOf(manifest.app.requiredPrivateInfos));
  const rate = createRate(now);
  const askScope = once((scope: string) => decide(options, scope));
  const contract = hasPrivacyContract(manifest);
  let asking: Promise<boolean> | undefined;
  const askPrivacy = (referrer: string): Promise<boolean> => {
    asking ??= acceptPrivacy(options, referrer).finally(() => {
      asking = undefined;
    });
    return asking;
  };

  const checks: Readonly<Record<GateName, Check>> = {
    async declared({ name, basic, privateInfo }) {
      if (privateInfo && !privateInfos.has(name)) return undeclaredInfo;
      if (basic || manifest.development || declared.has(name)) return undefined;
      return { gate: 'declared', code: 'UNDECLARED', errMsg: 'fail no permission' };
    },
    async privacy({ name, privacy }) {
      if (!privacy || !contract || (await grants.privacyAccepted(appId)) || (await askPrivacy(name))) return undefined;
      return {
        gate: 'privacy',
        code: 'DENIED',
        errMsg: 'fail privacy permission is not authorized',
        errno: 104,
      };
    },
    async scope({ scope: declaredScope }, _ageMs, namedScope) {
      const scope = declaredScope ?? namedScope;
      if (scope === undefined) return undefined;
      const answer = (await grants.decision(appId, scope)) ?? (await askScope(scope));
      if (answer === 'granted') return undefined;
      return answer === 'refused'
        ? { gate: 'scope', code: 'DENIED', errMsg: 'fail auth deny', errno: 103 }
        : { gate: 'scope', code: 'CANCELLED', errMsg: 'fail auth canceled', errno: 103 };
    },
    async gesture({ needs }, ageMs) {
      if (needs?.includes('visible') && options.visible?.() === false) {
        return { gate: 'gesture', code: 'NO_GESTURE', errMsg: 'fail the mini-program is not in front' };
      }
      const recent = ageMs !== undefined && ageMs >= 0 && ageMs <= gestureMs;
      if (!needs?.includes('gesture') || recent) return undefined;
      return { gate: 'gesture', code: 'NO_GESTURE', errMsg: 'fail can only be invoked by user TAP gesture.' };
    },
    async eligibility({ needs = [] }) {
      for (const need of needs) {
        if (need === 'gesture' || need === 'visible') continue;
        if ((await options.eligible?.(need, appId)) === true) continue;
        return { gate: 'eligibility', code: 'NOT_ELIGIBLE', errMsg: `fail not eligible: ${need} is required` };
      }
      return undefined;
    },
    async rate({ name, perSecond }) {
      if (rate.take(name, perSecond)) return undefined;
      return { gate: 'rate', code: 'LIMIT_RATE', errMsg: 'fail called too frequently' };
    },
  };
  return {
    async check(capability, gestureAgeMs, scope) {
      for (const gate of gateNames) {
        const refusal = await checks[gate](capability, gestureAgeMs, scope);
        if (refusal !== undefined) return refusal;
      }
      return undefined;
    },
  };
}

/**
 * Whether a program's private calls need its contract accepted. A folder without terrarium.json is asked only when it
 * says `__usePrivacyCheck__`, as WeChat did while old programs had none.
 */
export function hasPrivacyContract(manifest: Manifest): boolean {
  return !manifest.development || manifest.app.__usePrivacyCheck__ === true;
}

const undeclaredInfo: Refusal = {
  gate: 'declared',
  code: 'UNDECLARED',
  errMsg: 'fail the api need to be declared in the requiredPrivateInfos field in app.json',
};

/** Asks the user and keeps a decision; closing the sheet decides nothing. */
async function decide({ manifest, grants, ask }: GateOptions, scope: string): Promise<Answer> {
  const { appId } = manifest;
  const answer = (await ask?.({ appId, scope, reason: reasonFor(manifest, scope) })) ?? 'closed';
  if (answer !== 'closed') await grants.decide(appId, scope, answer);
  return answer;
}

async function acceptPrivacy({ manifest, grants, askPrivacy }: GateOptions, referrer: string): Promise<boolean> {
  const accepted = (await askPrivacy?.(manifest.appId, referrer)) === true;
  if (accepted) await grants.acceptPrivacy(manifest.appId);
  return accepted;
}

/** Calls that need the same answer share one question: a program cannot pile sheets on the user. */
function once<Value>(ask: (about: string) => Promise<Value>): (about: string) => Promise<Value> {
  const asking = new Map<string, Promise<Value>>();
  return (about) => {
    const open = asking.get(about) ?? ask(about).finally(() => asking.delete(about));
    asking.set(about, open);
    return open;
  };
}

/** `permission["scope.x"].desc` of app.json: the program's words, capped as WeChat caps them. */
function reasonFor(manifest: Manifest, scope: string): string | undefined {
  const permission: unknown = manifest.app.permission;
  const entry = isObject(permission) && Object.hasOwn(permission, scope) ? permission[scope] : undefined;
  return isObject(entry) && typeof entry.desc === 'string' ? entry.desc.slice(0, 30) : undefined;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
