// What the database itself sees to, whoever writes: each in the words of both databases, one text a statement.

const guarded = ['ledger_transfers', 'ledger_entries', 'order_states', 'refunds'];

/** What has happened stays: the database itself refuses to change or delete these rows. */
export const ledgerGuards = {
  libsql: guarded.flatMap((table) =>
    ['update', 'delete'].map(
      (verb) => `create trigger ${table}_no_${verb} before ${verb} on ${table}
        begin select raise(abort, '${table} is append-only'); end`,
    ),
  ),
  postgres: [
    `create function refuse_change() returns trigger language plpgsql as
      $$ begin raise exception '% is append-only', tg_table_name; end $$`,
    ...guarded.map(
      (table) => `create trigger ${table}_append_only before update or delete or truncate on ${table}
        for each statement execute function refuse_change()`,
    ),
  ],
};

const kindOf = (position: string) => `substr(new.account_id, 1, ${position}(new.account_id, ':') - 1)`;
/** Between the first colon and the currency, which has three letters. */
const ownerOf = (position: string) => `substr(new.account_id, ${position}(new.account_id, ':') + 1,
  length(new.account_id) - 4 - ${position}(new.account_id, ':'))`;
const moveBalance = 'update ledger_accounts set balance = balance + new.amount where id = new.account_id';
/** An account is made by the first entry it has. */
const accountFor = (position: string) => `insert into ledger_accounts (id, kind, owner, currency, balance, may_owe)
  select new.account_id, ${kindOf(position)}, ${ownerOf(position)}, substr(new.account_id, length(new.account_id) - 2),
  new.amount, case ${kindOf(position)} when 'bank' then 1 else 0 end`;
/** Any number but `migrate`'s, the same in every process: whoever continues the chain holds it until the transaction ends. */
const chainLock = 7_352_002;

/**
 * Balances are moved by their entries, in the database itself: nothing can write the one without the other, and a payment
 * has fewer ways to go to a server.
 */
export const ledgerMoves = {
  libsql: [
    `create trigger ledger_entries_move before insert on ledger_entries begin
      ${moveBalance};
      ${accountFor('instr')} where not exists (select 1 from ledger_accounts where id = new.account_id);
    end`,
  ],
  postgres: [
    `create function move_balance() returns trigger language plpgsql as $$ begin
      ${moveBalance};
      if not found then ${accountFor('strpos')}; end if;
      return new;
    end $$`,
    `create trigger ledger_entries_move before insert on ledger_entries for each row execute function move_balance()`,
    // What write-transfer.ts does in steps elsewhere. `words`: the end of what is hashed.
    `create function post_transfer(id text, kind text, reference text, currency text, amount bigint, at bigint,
      accounts text[], amounts bigint[], words text) returns void language plpgsql as $$
      declare number bigint; previous text; begin
        perform pg_advisory_xact_lock(${chainLock});
        select seq + 1, hash from ledger_transfers order by seq desc limit 1 into number, previous;
        if not found then number := 1; previous := ''; end if;
        insert into ledger_transfers values (number, id, kind, reference, currency, amount, at, previous,
          encode(sha256(convert_to('["' || previous || '",' || number || ',' || words, 'UTF8')), 'hex'));
        insert into ledger_entries select account, number, change from unnest(accounts, amounts) entry (account, change);
      end $$`,
    // `once` for a request that is one transfer; gives what was kept when its key is known, else nothing.
    `create function transfer_once(scope_ text, key_ text, hash_ text, answer_ text, id text, kind text, currency text,
      amount bigint, at bigint, accounts text[], amounts bigint[], words text, channel text, told text[])
      returns table (hash text, answer text) language plpgsql as $$
      begin
        insert into requests (scope, key, hash, answer, at) values (scope_, key_, hash_, answer_, at)
          on conflict (scope, key) do nothing;
        if not found then
          return query select r.hash, r.answer from requests r where r.scope = scope_ and r.key = key_;
          return;
        end if;
        perform post_transfer(id, kind, scope_ || ':' || key_, currency, amount, at, accounts, amounts, words);
        perform pg_notify(channel, text) from unnest(told) text;
      end $$`,
  ],
};
