import type { CallOutcome, Json } from '../../protocol/index.ts';
import { isRecord, numberOf } from '../flags.ts';
import { done, refused } from '../outcome.ts';

/** Answers a context object by name: each of `methods` is done at once, what is not among them is refused. */
export function mediaMethods(
  methods: Readonly<Record<string, (params: Json) => unknown>>,
): (method: string, params: Json) => CallOutcome {
  const table = new Map(Object.entries(methods));
  return (method, params) => {
    const act = table.get(method);
    if (!act) return refused(`fail ${method} is not supported here`, 'NOT_SUPPORTED');
    act(params);
    return done();
  };
}

/** A number that older programs pass bare and newer ones as the member `name`. */
export function numberIn(params: Json, name: string, fallback: number): number {
  return isRecord(params) ? numberOf(params[name], fallback) : numberOf(params, fallback);
}
