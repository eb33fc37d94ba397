import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { Refusal } from '../refusal.ts';
import type { Secrets } from '../secrets/index.ts';
import type { SqlStore } from '../sql/index.ts';

const line = v.pipe(v.string(), v.maxLength(100));

/** The fields of `wx.chooseInvoiceTitle`. */
export const invoiceTitleSchema = v.object({
  /** `0` a company, `1` a person. */
  type: v.picklist(['0', '1']),
  title: v.pipe(line, v.minLength(1)),
  taxNumber: line,
  companyAddress: line,
  telephone: line,
  bankName: line,
  bankAccount: line,
});
export type InvoiceTitle = v.InferOutput<typeof invoiceTitleSchema>;

/** Whom a person has invoices made out to. */
export interface InvoiceTitles {
  /** Newest first. */
  list(user: string): Promise<readonly (InvoiceTitle & { readonly id: string })[]>;
  /** Throws Refusal TOO_MANY. */
  add(user: string, title: InvoiceTitle): Promise<string>;
  /** Throws Refusal NO_TITLE. */
  remove(user: string, id: string): Promise<void>;
}

const purpose = 'invoice title';
const most = 50;

export function openInvoiceTitles(store: SqlStore, secrets: Secrets, now: () => number): InvoiceTitles {
  return {
    async list(user) {
      const rows = await store.db
        .selectFrom('invoice_titles')
        .select(['id', 'sealed_title'])
        .where('user_id', '=', user)
        .orderBy('at', 'desc')
        .orderBy('id')
        .execute();
      return rows.map(({ id, sealed_title: sealed }) => ({
        ...v.parse(invoiceTitleSchema, JSON.parse(secrets.open(purpose, sealed))),
        id,
      }));
    },
    add: (user, title) =>
      store.transact(async (work) => {
        const id = randomUUID();
        const row = { id, user_id: user, sealed_title: secrets.seal(purpose, JSON.stringify(title)), at: now() };
        await work.insertInto('invoice_titles').values(row).execute();
        const rows = await work.selectFrom('invoice_titles').select('id').where('user_id', '=', user).execute();
        if (rows.length > most) throw new Refusal(429, 'TOO_MANY', `${most} invoice titles are the most.`);
        return id;
      }),
    async remove(user, id) {
      const { numDeletedRows } = await store.db
        .deleteFrom('invoice_titles')
        .where('user_id', '=', user)
        .where('id', '=', id)
        .executeTakeFirst();
      if (numDeletedRows === 0n) throw new Refusal(404, 'NO_TITLE', 'There is no such invoice title.');
    },
  };
}
