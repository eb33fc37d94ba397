import type { CallOutcome, ErrorCode, Json } from '../protocol/index.ts';

/** What a component answers to its context object. */
export const done = (result: Json = {}): CallOutcome => ({ ok: true, result });

/** `errMsg` as programs see it, without the method's name. */
export const refused = (errMsg: string, code: ErrorCode = 'BAD_ARGUMENT'): CallOutcome => ({
  ok: false,
  error: { errMsg, code },
});
