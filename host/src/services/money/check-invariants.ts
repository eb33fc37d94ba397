import { type RawBuilder, sql } from 'kysely';
import * as v from 'valibot';
import type { Reader } from '../sql/index.ts';
import { hashOf } from './write-transfer.ts';

/**
 * Everything that must be true of the money at any time, and after any fault; gives what is not, in words. Reads the whole
 * ledger: for tests, the crash command and an operator's check, not for a request. Expects nobody to write meanwhile.
 */
export async function checkInvariants(db: Reader): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [what, query] of rules) {
    const { rows } = await query.execute(db);
    for (const { id } of v.parse(offenders, rows)) found.push(`${what}: ${id}`);
  }
  return [...found, ...(await checkChain(db)), ...(await checkHistories(db))];
}

const offenders = v.array(v.object({ id: v.string() }));

/** Each query gives the ids of what breaks the rule. */
const rules: readonly (readonly [what: string, query: RawBuilder<unknown>])[] = [
  [
    'the entries of a currency do not sum to zero',
    sql`select t.currency id from ledger_entries e join ledger_transfers t on t.seq = e.seq
      group by t.currency having sum(e.amount) <> 0`,
  ],
  [
    'the entries of a transfer do not sum to zero, or not to its amount',
    sql`select t.id id from ledger_transfers t left join ledger_entries e on e.seq = t.seq
      group by t.seq, t.id, t.amount having coalesce(sum(e.amount), 1) <> 0
      or sum(case when e.amount > 0 then e.amount else 0 end) <> t.amount`,
  ],
  [
    'a balance is not the sum of its entries',
    sql`select a.id id from ledger_accounts a left join ledger_entries e on e.account_id = a.id
      group by a.id, a.balance having a.balance <> coalesce(sum(e.amount), 0)`,
  ],
  [
    'an entry is of an account that is not there',
    sql`select e.account_id id from ledger_entries e left join ledger_accounts a on a.id = e.account_id where a.id is null`,
  ],
  ['an account is below zero', sql`select id from ledger_accounts where balance < 0 and may_owe = 0`],
  ['a request has no answer', sql`select scope || ' ' || key id from requests where answer is null`],
  [
    'a request has not exactly one transfer',
    sql`select r.scope || ' ' || r.key id from requests r
      left join ledger_transfers t on t.reference = r.scope || ':' || r.key and t.kind in ('transfer', 'top-up')
      where r.scope like 'transfer:%' or r.scope like 'top-up:%'
      group by r.scope, r.key having count(t.id) <> 1`,
  ],
  [
    'a transfer has no request',
    sql`select t.id id from ledger_transfers t left join requests r on t.reference = r.scope || ':' || r.key
      where t.kind in ('transfer', 'top-up') and r.key is null`,
  ],
  [
    'a paid order has not exactly one payment of its amount',
    sql`select o.id id from orders o left join ledger_transfers t
      on t.kind = 'payment' and t.reference = o.id and t.amount = o.amount and t.id = o.transfer_id
      where o.state in ('paid', 'refunded') group by o.id having count(t.id) <> 1`,
  ],
  [
    'a payment has no paid order',
    sql`select t.id id from ledger_transfers t left join orders o on o.id = t.reference and o.state in ('paid', 'refunded')
      where t.kind = 'payment' and o.id is null`,
  ],
  [
    'refunds are not what the order says, or more than was paid',
    sql`select o.id id from orders o left join refunds r on r.order_id = o.id
      group by o.id, o.refunded, o.amount, o.state
      having coalesce(sum(r.amount), 0) <> o.refunded or o.refunded > o.amount
      or (o.state = 'refunded') <> (o.refunded > 0)`,
  ],
  [
    'a refund has not one transfer of its amount',
    sql`select r.id id from refunds r left join ledger_transfers t
      on t.id = r.transfer_id and t.kind = 'refund' and t.reference = r.id and t.amount = r.amount where t.id is null`,
  ],
  [
    'an order has not exactly the notice it should have',
    sql`select o.id id from orders o left join notices n on n.subject = 'order:' || o.id
      group by o.id, o.state having count(n.id) <> case when o.state in ('paid', 'refunded') then 1 else 0 end`,
  ],
  [
    'a refund has no notice',
    sql`select r.id id from refunds r left join notices n on n.subject = 'refund:' || r.id where n.id is null`,
  ],
  [
    'shares do not make their order',
    sql`select o.id id from orders o join order_shares s on s.order_id = o.id group by o.id, o.amount, o.state
      having sum(s.amount) <> o.amount
      or (o.state in ('paid', 'refunded') and sum(case when s.state = 'paid' then 1 else 0 end) <> count(*))`,
  ],
  [
    'a paid share has no transfer of its amount',
    sql`select s.order_id id from order_shares s left join ledger_transfers t
      on t.kind = 'share' and t.reference = s.order_id || ':' || s.payer_openid and t.id = s.transfer_id and t.amount = s.amount where s.state <> 'open' and t.id is null`,
  ],
  [
    'money waits in an order that is settled',
    sql`select a.id id from ledger_accounts a join orders o on a.kind = 'escrow' and a.owner = o.id
      where o.state <> 'created' and a.balance <> 0`,
  ],
];

/** Numbers without a gap, and every hash the one its transfer and the hash before it make. */
async function checkChain(db: Reader): Promise<string[]> {
  const transfers = await db.selectFrom('ledger_transfers').selectAll().orderBy('seq').execute();
  const entries = await db.selectFrom('ledger_entries').selectAll().orderBy('account_id').execute();
  const postings = new Map<number, { account: string; amount: number }[]>();
  for (const { seq, account_id, amount } of entries) {
    const list = postings.get(seq) ?? [];
    list.push({ account: account_id, amount });
    postings.set(seq, list);
  }
  // In the ledger's own order, whatever the database sorts by.
  for (const list of postings.values()) list.sort((one, other) => (one.account < other.account ? -1 : 1));
  let hash = '';
  for (const [index, row] of transfers.entries()) {
    const { previous_hash, ...transfer } = row;
    const expected = hashOf({ ...transfer, postings: postings.get(row.seq) ?? [] }, hash);
    if (row.seq !== index + 1 || previous_hash !== hash || row.hash !== expected) {
      return [`the chain breaks at transfer ${row.seq}: ${row.id}`];
    }
    hash = row.hash;
  }
  return [];
}

const legal = new Set(['created', 'created paid', 'created closed', 'created paid refunded']);

async function checkHistories(db: Reader): Promise<string[]> {
  const rows = await db.selectFrom('order_states').selectAll().orderBy('order_id').orderBy('position').execute();
  const histories = new Map<string, string[]>();
  for (const { order_id, state } of rows) histories.set(order_id, [...(histories.get(order_id) ?? []), state]);
  const orders = await db.selectFrom('orders').select(['id', 'state']).execute();
  return orders
    .filter(({ id, state }) => {
      const history = histories.get(id) ?? [];
      return !legal.has(history.join(' ')) || history.at(-1) !== state;
    })
    .map(({ id }) => `an order took a way that is not allowed: ${id}`);
}
