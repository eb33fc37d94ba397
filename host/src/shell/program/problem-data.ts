import { isErrorCode, type Problem } from '@terrarium/runtime/protocol';
import * as v from 'valibot';

const schema = v.object({
  code: v.pipe(
    v.string(),
    v.check(isErrorCode),
    v.transform((code) => (isErrorCode(code) ? code : 'INTERNAL')),
  ),
  message: v.string(),
  position: v.optional(v.object({ file: v.string(), line: v.number(), column: v.number() })),
  sourceLine: v.optional(v.string()),
  stack: v.optional(v.string()),
});

/** A problem out of a player's report. A player that cannot even say what is wrong is our bug. */
export function problemFrom(data: unknown): Problem {
  const parsed = v.safeParse(schema, data);
  if (parsed.success) return parsed.output;
  return { code: 'INTERNAL', message: 'the player reported a problem that could not be read; restart the program' };
}
