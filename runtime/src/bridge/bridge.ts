import * as v from 'valibot';
import { capabilityTable } from '../capabilities/index.ts';
import type { CallOutcome, Capability } from '../protocol/capabilities.ts';
import type { CarriedFile } from '../protocol/carried-files.ts';
import { type ErrorCode, TerrariumError } from '../protocol/errors.ts';
import { type Json, jsonSchema } from '../protocol/json.ts';
import { bridgeRequestSchema } from '../protocol/messages.ts';
import { defaultLimits } from '../protocol/sandbox.ts';
import type { AuditLine, Stage } from './audit.ts';
import { createGate, type GateOptions } from './gate.ts';
import { isObject, jsonCopy } from './json-copy.ts';
import { type BoundProvider, type PreparedCall, type Providers, providersFor } from './provider.ts';
import { createTasks } from './tasks.ts';

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
  /** Answers one request (`BridgeRequest`, not trusted to be one) with what came beside it. Never rejects. */
  handle(request: unknown, files?: readonly CarriedFile[]): Promise<CallOutcome>;
  /** Hears what its tasks tell the program, as data for the notice `task`. Returns its undo. */
  onTaskEvent(listener: (data: Json) => void): () => void;
  /** The program is gone: its tasks are ended, and nothing is told of them. */
  dispose(): void;
}

/** How a call ended, before it is told. */
type End =
  | { readonly stage: 'reply'; readonly result: Json; readonly files?: readonly CarriedFile[] | undefined }
  | { readonly stage: Stage; readonly code: ErrorCode; readonly errMsg: string; readonly errno?: number | undefined };

interface Decoded {
  readonly capability: Capability;
  readonly gestureAgeMs: number | undefined;
  readonly run: PreparedCall;
  /** Scope that the parameters name. */
  readonly scope: string | undefined;
}

/** decode → gate → provider → check → reply. */
export function createBridge(options: BridgeOptions): Bridge {
  const { manifest, now, pendingCalls = 256 } = options;
  const { appId } = manifest;
  const providers = providersFor(options.providers);
  const gate = createGate(options);
  const tasks = createTasks((name, error) => options.onFault?.(name, error));
  let pending = 0;

  const perform = async (
    { capability, gestureAgeMs, run, scope }: Decoded,
    files: readonly CarriedFile[],
  ): Promise<End> => {
    const refusal = await gate.check(capability, gestureAgeMs, scope);
    if (refusal !== undefined) return { ...refusal, stage: refusal.gate };
    const ended = await run(appId, files, tasks);
    if (!ended.ok) return { stage: 'provider', code: ended.code, errMsg: `fail ${ended.reason}`, errno: ended.errno };
    return { ...check(capability, ended.result), ...(ended.files && { files: ended.files }) };
  };
  const answer = async (decoded: Decoded, files: readonly CarriedFile[]): Promise<End> => {
    if (pending >= pendingCalls) return { stage: 'rate', code: 'LIMIT_RATE', errMsg: 'fail too many calls under way' };
    pending += 1;
    try {
      return await perform(decoded, files);
    } catch (error) {
      // Nobody's bug: what decides or acts cannot be reached. Nothing is allowed by accident.
      if (error instanceof TerrariumError && error.code === 'UNAVAILABLE') return { stage: 'provider', ...unavailable };
      options.onFault?.(decoded.capability.name, error);
      return { stage: 'provider', ...internal };
    } finally {
      pending -= 1;
    }
  };

  return {
    appId,
    onTaskEvent: tasks.onEvent,
    dispose: tasks.dispose,
    async handle(request, files = []) {
      const at = now();
      const { name, decoded } = decode(request, providers);
      const end = 'run' in decoded ? await answer(decoded, files) : decoded;
      options.audit?.({ at, appId, name, stage: end.stage, ...verdict(end), durationMs: now() - at });
      // The code stays here: it tells how the host is made.
      return 'result' in end
        ? { ok: true, result: end.result, ...(end.files && { files: end.files }) }
        : { ok: false, error: { errMsg: end.errMsg, errno: end.errno } };
    },
  };
}

const unavailable = { code: 'UNAVAILABLE', errMsg: 'fail system error' } as const;
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
  if (prepared.ok) {
    const scope = scopeOf(capability, params);
    return { name, decoded: { capability, gestureAgeMs, run: prepared.params, scope } };
  }
  return { name, decoded: { stage: 'decode', ...prepared.error, code: 'BAD_ARGUMENT' } };
}

/** The scope that valid parameters name. */
function scopeOf({ scopeParam }: Capability, params: Json): string | undefined {
  if (scopeParam === undefined || !isObject(params) || !Object.hasOwn(params, scopeParam)) return undefined;
  const scope = params[scopeParam];
  return typeof scope === 'string' ? scope : undefined;
}

/** Strips what the declaration does not name; a result that does not fit is a fault of ours. */
function check(capability: Capability, result: unknown): End {
  const checked = v.safeParse(v.pipe(capability.result, jsonSchema), jsonCopy(result, defaultLimits.deliveryBytes));
  return checked.success ? { stage: 'reply', result: checked.output } : { stage: 'check', ...internal };
}

function verdict(end: End): Pick<AuditLine, 'outcome' | 'code'> {
  if ('result' in end) return { outcome: 'ok' };
  const late = end.stage === 'provider' || end.stage === 'check';
  return { outcome: late ? 'failed' : 'refused', code: end.code };
}
