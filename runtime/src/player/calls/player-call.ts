import type * as v from 'valibot';
import { type Capabilities, capabilities, parseParams } from '../../capabilities/index.ts';
import type { CallOutcome } from '../../protocol/capabilities.ts';
import type { ErrorCode } from '../../protocol/errors.ts';
import type { Json } from '../../protocol/json.ts';

/** Names the capability table gives to the player. */
export type PlayerName = {
  [Name in keyof Capabilities]: Capabilities[Name]['answeredBy'] extends 'player' ? Name : never;
}[keyof Capabilities];

/** One handler a name; its parameters are the parsed, fresh object that the table's schema describes. */
export type PlayerHandlers = {
  readonly [Name in PlayerName]: (
    params: v.InferOutput<Capabilities[Name]['params']>,
  ) => CallOutcome | Promise<CallOutcome>;
};

/** A call as it comes from the guest. */
export type PlayerCall = (params: Json) => CallOutcome | Promise<CallOutcome>;

/** Puts the table's schema before a handler. */
export function playerCall<Name extends PlayerName>(name: Name, handler: PlayerHandlers[Name]): PlayerCall {
  const schema: Capabilities[Name]['params'] = capabilities[name].params;
  return (params) => {
    const parsed = parseParams(schema, params ?? {});
    return parsed.ok ? handler(parsed.params) : parsed;
  };
}

export const done = (result: Json = {}): CallOutcome => ({ ok: true, result });
export const failed = (errMsg: string, code: ErrorCode = 'BAD_ARGUMENT'): CallOutcome => ({
  ok: false,
  error: { errMsg, code },
});
