import { randomBytes, randomUUID } from 'node:crypto';
import type { SqlStore, Work } from '../sql/index.ts';
import type { Merchants } from './merchants.ts';
import { timeText } from './order-view.ts';
import type { PlatformKey } from './platform-key.ts';
import { encryptResource, signLines } from './rsa.ts';
import type { MoneyTables } from './tables.ts';

export interface NewNotice {
  readonly merchant: string;
  /** What happened to what; one notice each. */
  readonly subject: string;
  readonly eventType: 'TRANSACTION.SUCCESS' | 'REFUND.SUCCESS';
  readonly url: string;
  readonly resource: unknown;
  readonly at: number;
}

/** Puts a notice into the outbox, in the transaction that makes it true. */
export async function enqueueNotice(work: Work, notice: NewNotice): Promise<void> {
  const { merchant, subject, eventType, url, resource, at } = notice;
  await work
    .insertInto('notices')
    .values({
      id: randomUUID(),
      merchant_id: merchant,
      subject,
      event_type: eventType,
      url,
      resource: JSON.stringify(resource),
      created_at: at,
      attempts: 0,
      next_at: at,
      delivered_at: null,
      given_up_at: null,
    })
    .execute();
}

/** Posts a body and gives the status. Rejects when there is no answer. Judges by itself which addresses it will call. */
export type PostNotice = (url: string, headers: Readonly<Record<string, string>>, body: string) => Promise<number>;

export interface OutboxOptions {
  readonly store: SqlStore;
  readonly now: () => number;
  readonly merchants: Merchants;
  readonly platformKey: () => Promise<PlatformKey>;
  readonly post: PostNotice;
}

/** Seconds from one attempt to the next, as documented for this kind of notice; after the last it is given up. */
const pauses = [15, 15, 30, 180, 600, 1_200, 1_800, 1_800, 1_800, 3_600, 10_800, 10_800, 10_800, 21_600, 21_600];
const atOnce = 20;

/**
 * Sends what is due; gives how many arrived. At least once: a notice is delivered when its receiver answered 200 or
 * 204 and that was written down; dying in between sends it again. Several processes may run this: an attempt belongs to
 * whoever wrote it down first.
 */
export async function deliverDue(options: OutboxOptions): Promise<number> {
  const { store, now } = options;
  const due = await store.db
    .selectFrom('notices')
    .selectAll()
    .where('next_at', '<=', now())
    .where('delivered_at', 'is', null)
    .where('given_up_at', 'is', null)
    .orderBy('next_at')
    .limit(atOnce)
    .execute();
  const outcomes = await Promise.all(due.map((notice) => deliver(options, notice)));
  return outcomes.filter(Boolean).length;
}

async function deliver(options: OutboxOptions, notice: MoneyTables['notices']): Promise<boolean> {
  const { store, now, post } = options;
  const attempt = notice.attempts + 1;
  const pause = pauses[notice.attempts];
  const mine = await store.db
    .updateTable('notices')
    .set(
      pause === undefined
        ? { attempts: attempt, given_up_at: now() }
        : { attempts: attempt, next_at: now() + pause * 1_000 },
    )
    .where('id', '=', notice.id)
    .where('attempts', '=', notice.attempts)
    .where('delivered_at', 'is', null)
    .executeTakeFirst();
  if (mine.numUpdatedRows === 0n) return false;
  const { headers, body } = await writeNotice(options, notice);
  // Whatever goes wrong on the way is the same to us: the next attempt is already written down.
  const status = await post(notice.url, headers, body).catch(() => 0);
  if (status !== 200 && status !== 204) return false;
  await store.db
    .updateTable('notices')
    .set({ delivered_at: now(), given_up_at: null })
    .where('id', '=', notice.id)
    .where('delivered_at', 'is', null)
    .execute();
  return true;
}

async function writeNotice({ merchants, platformKey, now }: OutboxOptions, notice: MoneyTables['notices']) {
  const key = await merchants.noticeKey(notice.merchant_id);
  const originalType = notice.event_type === 'REFUND.SUCCESS' ? 'refund' : 'transaction';
  const body = JSON.stringify({
    id: notice.id,
    create_time: timeText(notice.created_at),
    resource_type: 'encrypt-resource',
    event_type: notice.event_type,
    summary: originalType === 'refund' ? 'refunded' : 'paid',
    resource: encryptResource(notice.resource, key, originalType),
  });
  return { body, headers: { 'content-type': 'application/json', ...signBody(await platformKey(), body, now()) } };
}

/** The headers by which a merchant knows an answer or a notice as ours: timestamp, nonce and body, one a line. */
export function signBody(key: PlatformKey, body: string, at: number): Record<string, string> {
  const timestamp = String(Math.floor(at / 1_000));
  const nonce = randomBytes(16).toString('hex');
  return {
    'wechatpay-serial': key.serial,
    'wechatpay-timestamp': timestamp,
    'wechatpay-nonce': nonce,
    'wechatpay-signature': signLines([timestamp, nonce, body], key.privateKey),
    'wechatpay-signature-type': 'WECHATPAY2-SHA256-RSA2048',
  };
}
