import { randomUUID } from 'node:crypto';
import Database from 'libsql';
import pg from 'pg';

/** A ledger without anything around it: two balances, a transfer and its two entries in one durable transaction. */
export interface BareLedger {
  transfer(): Promise<void>;
  close(): Promise<void>;
}

const schema = (text: string) => `
  create table accounts (id text primary key, balance ${text} not null);
  create table transfers (id text primary key, at ${text} not null);
  create table entries (transfer text not null, account text not null, amount ${text} not null, primary key (transfer, account));
  insert into accounts values ('ann', 1000000), ('bob', 0);
`;

export function openBareLibsql(file: string, key: string): BareLedger {
  const options: Database.Options & { encryptionKey: string } = { encryptionKey: key };
  const database = new Database(file, options);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec(schema('integer'));
  const [begin, commit] = [database.prepare('begin immediate'), database.prepare('commit')];
  const debit = database.prepare('update accounts set balance = balance - ? where id = ? and balance >= ?');
  const credit = database.prepare('update accounts set balance = balance + ? where id = ?');
  const transfer = database.prepare('insert into transfers values (?, ?)');
  const entries = database.prepare('insert into entries values (?, ?, ?), (?, ?, ?)');
  return {
    async transfer() {
      const id = randomUUID();
      begin.run();
      if (debit.run(1, 'ann', 1).changes !== 1) throw new Error('the bare loop ran out of money');
      credit.run(1, 'bob');
      transfer.run(id, Date.now());
      entries.run(id, 'ann', -1, id, 'bob', 1);
      commit.run();
    },
    close: async () => {
      database.close();
    },
  };
}

export async function openBarePostgres(url: string): Promise<BareLedger> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(schema('bigint'));
  const run = (name: string, text: string, values: readonly unknown[] = []) =>
    client.query({ name, text, values: [...values] });
  return {
    async transfer() {
      const id = randomUUID();
      await run('begin', 'begin');
      const { rowCount } = await run(
        'debit',
        'update accounts set balance = balance - $1 where id = $2 and balance >= $1',
        [1, 'ann'],
      );
      if (rowCount !== 1) throw new Error('the bare loop ran out of money');
      await run('credit', 'update accounts set balance = balance + $1 where id = $2', [1, 'bob']);
      await run('transfer', 'insert into transfers values ($1, $2)', [id, Date.now()]);
      await run('entries', 'insert into entries values ($1, $2, $3), ($1, $4, $5)', [id, 'ann', -1, 'bob', 1]);
      await run('commit', 'commit');
    },
    close: () => client.end(),
  };
}
