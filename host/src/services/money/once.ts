import { createHash } from 'node:crypto';
import { CompiledQuery } from 'kysely';
import * as v from 'valibot';
import { Refusal } from '../refusal.ts';
import type { SqlStore, Work } from '../sql/index.ts';

/** One request as its sender names it. */
export interface NamedRequest {
  /** Whose key it is: keys of two users are two keys. */
  readonly scope: string;
  /** Chosen by the sender, the same when the same request is sent again. */
  readonly key: string;
  /** What is asked. A key that comes back with something else is refused. */
  readonly content: unknown;
  readonly at: number;
  /** The answer, where it is known before: it need not be written afterwards. */
  readonly answer?: unknown;
}

/**
 * Does `run` once for each key. Key, hash of what was asked, effect and answer are one transaction: after a crash either
 * all of it is there or none, and whoever asks again gets the first answer. A refusal is not kept, since the next
 * attempt may succeed. Throws Refusal IDEMPOTENCY_KEY_REUSED.
 */
export async function once<Schema extends v.GenericSchema>(
  store: SqlStore,
  request: NamedRequest,
  answerSchema: Schema,
  run: (work: Work) => Promise<v.InferInput<Schema>>,
): Promise<v.InferOutput<Schema>> {
  const { scope, key, at } = request;
  const hash = hashContent(request.content);
  return store.transact(async (work) => {
    const known = request.answer === undefined ? null : JSON.stringify(v.parse(answerSchema, request.answer));
    const { numAffectedRows } = await work.executeQuery(CompiledQuery.raw(claim, [scope, key, hash, known, at]));
    if (numAffectedRows === 0n) {
      const kept = await work
        .selectFrom('requests')
        .select(['hash', 'answer'])
        .where('scope', '=', scope)
        .where('key', '=', key)
        .executeTakeFirstOrThrow();
      return keptAnswer(kept, hash, answerSchema);
    }
    const answer = v.parse(answerSchema, await run(work));
    if (known !== null) return answer;
    await work
      .updateTable('requests')
      .set({ answer: JSON.stringify(answer) })
      .where('scope', '=', scope)
      .where('key', '=', key)
      .execute();
    return answer;
  });
}

/** What the first request of a key was answered. Throws Refusal IDEMPOTENCY_KEY_REUSED when that asked something else. */
export function keptAnswer<Schema extends v.GenericSchema>(
  kept: { readonly hash: string; readonly answer: string | null },
  hash: string,
  answerSchema: Schema,
): v.InferOutput<Schema> {
  if (kept.hash !== hash) {
    throw new Refusal(422, 'IDEMPOTENCY_KEY_REUSED', 'This key was used for another request. Take a new one.');
  }
  return v.parse(answerSchema, JSON.parse(kept.answer ?? ''));
}

// Written out, as the ledger's are, for the same reason.
const claim = `insert into requests (scope, key, hash, answer, at) values ($1, $2, $3, $4, $5)
  on conflict (scope, key) do nothing`;

/** The hash of what a request asks. The order in which an object was written does not matter. */
export function hashContent(content: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(ordered(content)))
    .digest('hex');
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value ?? null;
  return Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, one]) => [name, ordered(one)]);
}
