import * as v from 'valibot';
import { capabilityTable } from '../capabilities/index.ts';
import type { CallOutcome, Capability } from '../protocol/capabilities.ts';
import type { ErrorCode } from '../protocol/errors.ts';
import { type Json, jsonSchema } from '../protocol/json.ts';
import { bridgeRequestSchema } from '../protocol/messages.ts';
import type { AuditLine, Stage } from './audit.ts';
import { createGate, type GateOptions } from './gate.ts';
import { jsonCopy } from './json-copy.ts';
import { type BoundProvider, type PreparedCall, type Providers, providersFor } from './provider.ts';

export interface BridgeOptions extends GateOptions {
  /** What this host can do; a capability without provider answers `fail not supported`. */
  readonly providers: Partial<Providers>;
  /** Hears of every call once it has ended. */
  readonly audit?: ((line: AuditLine) => void) | undefined;
  /** Hears of a provider's exception, which is our bug. The program only learns `fail internal error`. */
  readonly onFault?: ((name: string, error: unknown) => void) | undefined;
  /** Calls under way at once; further ones answer LIMIT_RATE. Default 256. */
  readonly pendingCalls?: number | undefined;
}

/** The host side of one program. Which program that is follows from the bridge, never from a message. */
export interface Bridge {
  readonly appId: string;
  /** Answers one request (`BridgeRequest`, not trusted to be one). Never rejects. */
  handle(request: unknown): Promise<CallOutcome>;
}

/** How a call ended, before it is told. */
type End =
  | { readonly stage: 'reply'; readonly result: Json }
  | { readonly stage: Stage; readonly code: ErrorCode; readonly errMsg: string; readonly errno?: number | undefined };

interface Decoded {
  readonly capability: Capability;
  readonly gestureAgeMs: number | undefined;
  readonly run: PreparedCall;
}

/** decode → gate → provider → check → reply. */
export function createBridge(options: BridgeOptions): Bridge {
  const { manifest, now, pendingCalls = 256 } = options;
  const { appId } = manifest;
  const providers = providersFor(options.providers);
  const gate = createGate(options);
  let pending = 0;

  const perform = async ({ capability, gestureAgeMs, run }: Decoded): Promise<End> => {
    const refusal = await gate.check(capability, gestureAgeMs);
    if (refusal !== undefined) return { ...refusal, stage: refusal.gate };
    const ended = await run(appId);
    if (!ended.ok) return { stage: 'provider', code: ended.code, errMsg: `fail ${ended.reason}`, errno: ended.errno };
    return check(capability, ended.result);
  };
  const answer = async (decoded: Decoded): Promise<End> => {
    if (pending >= pendingCalls) return { stage: 'rate', code: 'LIMIT_RATE', errMsg: 'fail too many calls under way' };
    pending += 1;
    try {
      return await perform(decoded);
    } catch (error) {
      options.onFault?.(decoded.capability.name, error);
      return { stage: 'provider', ...internal };
    } finally {
      pending -= 1;
    }
  };

  return {
    appId,
    async handle(request) {
      const at = now();
      const { name, decoded } = decode(request, providers);
      const end = 'run' in decoded ? await answer(decoded) : decoded;
      options.audit?.({ at, appId, name, stage: end.stage, ...verdict(end), durationMs: now() - at });
      // The code stays here: it tells how the host is made.
      return 'result' in end
        ? { ok: true, result: end.result }
        : { ok: false, error: { errMsg: end.errMsg, errno: end.errno } };
    },
  };
}

const internal = { code: 'INTERNAL', errMsg: 'fail internal error' } as const;

/** Names come from the closed table; one that is not in it is `?`, so nothing a guest wrote reaches the log. */
function decode(
  given: unknown,
  providers: ReadonlyMap<string, BoundProvider>,
): { readonly name: string; readonly decoded: Decoded | End } {
  const request = v.safeParse(bridgeRequestSchema, jsonCopy(given));
  if (!request.success) {
    return { name: '?', decoded: { stage: 'decode', code: 'MESSAGE', errMsg: 'fail the call is not valid' } };
  }
  const { name, params, gestureAgeMs } = request.output;
  const capability = capabilityTable.get(name);
  const provider = providers.get(name);
  if (capability === undefined || provider === undefined) {
    const unsupported = { stage: 'decode', code: 'NOT_SUPPORTED', errMsg: 'fail not supported' } as const;
    return { name: capability?.name ?? '?', decoded: unsupported };
  }
  const prepared = provider.prepare(params);
  if (prepared.ok) return { name, decoded: { capability, gestureAgeMs, run: prepared.params } };
  return { name, decoded: { stage: 'decode', ...prepared.error, code: 'BAD_ARGUMENT' } };
}

/** Strips what the declaration does not name; a result that does not fit is a fault of ours. */
function check(capability: Capability, result: unknown): End {
  const checked = v.safeParse(v.pipe(capability.result, jsonSchema), jsonCopy(result));
  return checked.success ? { stage: 'reply', result: checked.output } : { stage: 'check', ...internal };
}

function verdict(end: End): Pick<AuditLine, 'outcome' | 'code'> {
  if ('result' in end) return { outcome: 'ok' };
  const late = end.stage === 'provider' || end.stage === 'check';
  return { outcome: late ? 'failed' : 'refused', code: end.code };
}
