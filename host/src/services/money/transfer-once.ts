import { CompiledQuery } from 'kysely';
import * as v from 'valibot';
import { wordsOfPush } from '../pushes/push.ts';
import { type SqlStore, toldChannel } from '../sql/index.ts';
import { type NewTransfer, nextTransfer, post, walletPushes } from './ledger.ts';
import { hashContent, keptAnswer, type NamedRequest, once } from './once.ts';
import { entriesOf, refusalOf, wordsOf } from './write-transfer.ts';

/** A request whose answer is known before and whose effect is one transfer. */
export interface TransferRequest<Answer> extends NamedRequest {
  readonly answer: Answer;
  readonly transfer: Omit<NewTransfer, 'reference' | 'at'>;
}

/**
 * `once` for a request that is one transfer; the transfer's reference is the request's scope and key. On PostgreSQL it is
 * one statement, so that the chain, for which all wait, is locked while the server works and not while we are on our way
 * to it. Throws Refusal NOT_ENOUGH, IDEMPOTENCY_KEY_REUSED.
 */
export async function transferOnce<Schema extends v.GenericSchema>(
  store: SqlStore,
  request: TransferRequest<v.InferInput<Schema>>,
  answerSchema: Schema,
): Promise<v.InferOutput<Schema>> {
  const { scope, key, at, answer } = request;
  const transfer = { ...request.transfer, reference: `${scope}:${key}`, at };
  if (store.kind === 'postgres') return atOnce(store, request, answerSchema, transfer);
  return once(store, request, answerSchema, async (work) => {
    await post(work, transfer);
    return answer;
  });
}

async function atOnce<Schema extends v.GenericSchema>(
  store: SqlStore,
  { scope, key, at, answer, content }: NamedRequest,
  answerSchema: Schema,
  transfer: NewTransfer,
): Promise<v.InferOutput<Schema>> {
  const next = nextTransfer(transfer);
  const hash = hashContent(content);
  const parsed = v.parse(answerSchema, answer);
  const asked = [scope, key, hash, JSON.stringify(parsed), next.id, next.kind, next.currency, next.amount, at];
  const told = walletPushes(next).map(wordsOfPush);
  const values = [...asked, ...entriesOf(next), wordsOf(next), toldChannel, told];
  const kept = await store.db.executeQuery(CompiledQuery.raw(statement, values)).catch((error: unknown) => {
    throw refusalOf(error);
  });
  const [known] = v.parse(keptRows, kept.rows);
  return known === undefined ? parsed : keptAnswer(known, hash, answerSchema);
}

const statement = 'select * from transfer_once($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)';
const keptRows = v.array(v.object({ hash: v.string(), answer: v.nullable(v.string()) }));
