import * as v from 'valibot';
import type { CallError } from '../protocol/messages.ts';

export type ParamsOutcome<Params> =
  | { readonly ok: true; readonly params: Params }
  | { readonly ok: false; readonly error: CallError };

/**
 * Validates parameters into a fresh object; what the schema does not name is dropped. A misfit becomes the error
 * that WeChat gives, for example `fail parameter error: parameter.url should be String instead of Undefined;`.
 */
export function parseParams<Schema extends v.GenericSchema>(
  schema: Schema,
  params: unknown,
): ParamsOutcome<v.InferOutput<Schema>> {
  const parsed = v.safeParse(schema, params, { abortEarly: true });
  if (parsed.success) return { ok: true, params: parsed.output };
  const [issue] = parsed.issues;
  const path = v.getDotPath(issue);
  const place = path === null ? 'parameter' : `parameter.${path}`;
  const expected = issue.kind === 'schema' && issue.type === 'object' ? 'Object' : issue.message;
  return {
    ok: false,
    error: {
      errMsg: `fail parameter error: ${place} should be ${expected} instead of ${typeName(issue.input)};`,
      errno: 1001,
      code: 'BAD_ARGUMENT',
    },
  };
}

/** WeChat's word for the type of a value. */
function typeName(value: unknown): string {
  if (value === null) return 'Null';
  if (Array.isArray(value)) return 'Array';
  const type = typeof value;
  return type.charAt(0).toUpperCase() + type.slice(1);
}
