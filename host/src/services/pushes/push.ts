import { jsonSchema } from '@terrarium/runtime/protocol';
import * as v from 'valibot';
import { tell, type Work } from '../sql/index.ts';

const order = v.object({
  kind: v.literal('order'),
  app: v.string(),
  prepayId: v.string(),
  outTradeNo: v.string(),
  /** `created` when a share of it was paid and others are open. */
  state: v.picklist(['created', 'paid', 'refunded', 'closed']),
});
const grants = v.object({ kind: v.literal('grants'), app: v.string() });
/** A program's server has written: an answer in a conversation, or a notice. */
const messages = v.object({ kind: v.literal('messages'), app: v.string() });
const money = v.object({
  kind: v.literal('money'),
  currency: v.string(),
  /** Whole minor units; above zero came in. */
  amount: v.number(),
  transfer: v.string(),
  /** Why, as in a wallet's movements. */
  cause: v.string(),
});
const message = v.object({ kind: v.literal('message'), app: v.string(), data: jsonSchema });

/** What a person's open shells are told. Ids only: who wants to know more asks, and is judged then. */
export const pushSchema = v.variant('kind', [order, grants, messages, money, message]);
export type Push = v.InferOutput<typeof pushSchema>;

/** From one process to all; `check`: sessions of this person may have ended. */
export const toldSchema = v.variant('kind', [
  v.object({ kind: v.literal('push'), user: v.string(), push: v.variant('kind', [order, grants, messages, money]) }),
  v.object({ kind: v.literal('message'), user: v.string(), app: v.string(), sealed: v.string() }),
  v.object({ kind: v.literal('check'), user: v.string() }),
]);
export type Told = v.InferOutput<typeof toldSchema>;

const wordsOf = (told: Told): string => JSON.stringify(told);

/** One of the pushes that are told as they are, and who is to hear it. */
export interface PushTo {
  readonly user: string;
  readonly push: Exclude<Push, { readonly kind: 'message' }>;
}

/** Tells a person's open shells, when the transaction is committed and only then. */
export function tellPush(work: Work, to: PushTo): void {
  tell(work, wordsOfPush(to));
}

/** What `tellPush` tells, for a statement that tells it itself. */
export const wordsOfPush = ({ user, push }: PushTo): string => wordsOf({ kind: 'push', user, push });

/** `sealed`: PostgreSQL may keep what is told in a file until all have read it. */
export function tellMessage(work: Work, to: { readonly user: string; readonly app: string }, sealed: string): void {
  tell(work, wordsOf({ kind: 'message', ...to, sealed }));
}

/** Sessions of this person ended: their sockets are looked at, in every process. */
export function tellSessionsEnded(work: Work, user: string): void {
  tell(work, wordsOf({ kind: 'check', user }));
}
