import type * as v from 'valibot';
import type { CarriedFile } from './carried-files.ts';
import type { Json } from './json.ts';
import type { CallError } from './messages.ts';

/** Who answers a call: guest code from what it already knows, the player, or a provider behind the gate. */
export type AnsweredBy = 'guest' | 'player' | 'host';

/**
 * One named power of `wx`. The table of these drives the gate, `wx`, `canIUse`, argument errors, consent
 * texts, provider types and the compatibility page.
 */
export interface Capability<
  Name extends string = string,
  Params extends v.GenericSchema = v.GenericSchema,
  Result extends v.GenericSchema = v.GenericSchema,
> {
  readonly name: Name;
  readonly answeredBy: AnsweredBy;
  /** One sentence, for documents and consent. */
  readonly description: string;
  /** Validates a fresh copy of what the guest sent. Unknown keys are dropped (`v.object`): real programs pass extra ones. */
  readonly params: Params;
  /** Validates and strips what a provider returned. */
  readonly result: Result;
  /**
   * It starts a task, numbered by the guest in the parameter `task`, that goes on telling the program: what by event. They
   * arrive as the notice `task` with `{task, event, data}`; the call `signalTask` goes the other way.
   */
  readonly events?: Readonly<Record<string, v.GenericSchema>>;
  /** Needs no declaration in the manifest: it reaches nothing but the program's own data. */
  readonly basic?: true;
  /** Scope the user must have granted, for example `scope.userLocation`. */
  readonly scope?: string;
  /** Name of the parameter that says the scope; its schema lets only scopes through. */
  readonly scopeParam?: string;
  /** Asked only by a built-in element that was tapped: a call of that name by the program is not supported. */
  readonly byElement?: true;
  readonly needs?: readonly ('gesture' | 'visible' | 'real-name' | 'signed-in')[];
  /** Must be listed in app.json `requiredPrivateInfos`. */
  readonly privateInfo?: true;
  /** The privacy contract must be accepted first. */
  readonly privacy?: true;
  /** Parameters that name files of the program: the player hands their bytes over beside the call. */
  readonly files?: readonly string[];
  /** Calls a second above which it answers LIMIT_RATE. Default 100. */
  readonly perSecond?: number;
  /** Also exists as `nameSync`, answered by the guest. */
  readonly sync?: true;
}

/** A capability's call as the provider sees it. */
export interface ProviderCall<Params = Json> {
  readonly appId: string;
  readonly params: Params;
  /** What came beside the call: the files its parameters name. */
  readonly files: readonly CarriedFile[];
}

/** How a call ended. Expected failures are values; `error.errMsg` comes without the `name:` prefix. */
export type CallOutcome =
  | { readonly ok: true; readonly result: Json; readonly files?: readonly CarriedFile[] | undefined }
  | { readonly ok: false; readonly error: CallError };
