import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  checkInvariants,
  createSecrets,
  openLibsqlStore,
  openMoney,
  openPostgresStore,
  type SqlStore,
} from '@terrarium/host/services';
import { startThrowawayPostgres, whyNoPostgres } from '@terrarium/host/services/throwaway-postgres';
import { type BareLedger, openBareLibsql, openBarePostgres } from './money-bare.ts';
import { atLeast, type BenchReport, type BenchRow, rowOf } from './report.ts';

export interface MoneyBenchOptions {
  /** Rounds of each implementation, in turns. */
  readonly runs: number;
  /** Only stores whose name contains this. */
  readonly only: string;
  readonly progress: (text: string) => void;
}

/** Transfers in one round, one after the other. */
const batch = 20;
const key = 'ab'.repeat(32);
const ours = 'terrarium';
const theirs = 'prepared statements';

/**
 * `bench money`: durable transfers, with key, hash chain and history, beside a loop of prepared statements that moves the
 * same amounts between the same number of accounts on a store of the same kind and settings, and does nothing else.
 */
export async function benchMoney({ runs, only, progress }: MoneyBenchOptions): Promise<BenchReport> {
  const folder = mkdtempSync(join(tmpdir(), 'terrarium-bench-'));
  const rows: BenchRow[] = [];
  const measured = async (name: string, store: SqlStore, bare: BareLedger) => {
    progress(name);
    rows.push(...(await measure(name, store, bare, runs)));
    await store.close();
    await bare.close();
  };
  try {
    if ('libsql'.includes(only)) {
      await measured(
        'libsql',
        await openLibsqlStore(join(folder, 'ours.db'), key),
        openBareLibsql(join(folder, 'bare.db'), key),
      );
    }
    const missing = whyNoPostgres();
    if (missing !== undefined) progress(`PostgreSQL is left out: ${missing}`);
    else if ('postgres'.includes(only)) {
      const postgres = await startThrowawayPostgres();
      try {
        const [store, bare] = [
          await openPostgresStore(await postgres.createDatabase()),
          await openBarePostgres(await postgres.createDatabase()),
        ];
        await measured('postgres', store, bare);
      } finally {
        await postgres.dispose();
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  const ms = (op: string, impl: string) =>
    rows.find((row) => row.op === op && row.impl === impl)?.medianMs ?? Number.NaN;
  const ops = [...new Set(rows.map(({ op }) => op))];
  const ratios = ops.map((op) => [
    `${op}: transfers a second, × ${theirs}`,
    atLeast(ms(op, theirs) / ms(op, ours), 0.5),
  ]);
  return { bench: 'money', rows, ratios: Object.fromEntries(ratios) };
}

async function measure(name: string, store: SqlStore, bare: BareLedger, runs: number): Promise<BenchRow[]> {
  const money = openMoney({
    store,
    secrets: createSecrets(key),
    now: Date.now,
    openIdOf: String,
    post: async () => 0,
  });
  await money.wallets.topUp({ user: 'ann', key: 'enough for all', amount: 1_000_000, currency: 'CNY' });
  let count = 0;
  const transfer = async () => {
    count += 1;
    await money.wallets.transfer({ from: 'ann', to: 'bob', key: `transfer-${count}`, amount: 1, currency: 'CNY' });
  };
  const samples: Record<string, number[]> = { [ours]: [], [theirs]: [] };
  // The first round warms what is to be warmed and does not count. Each goes first in turn.
  for (let round = -1; round < runs; round += 1) {
    const turns = [
      [ours, transfer],
      [theirs, bare.transfer],
    ] as const;
    for (const [impl, run] of round % 2 === 0 ? turns : turns.toReversed()) {
      const started = performance.now();
      for (let at = 0; at < batch; at += 1) await run();
      if (round >= 0) samples[impl]?.push((performance.now() - started) / batch);
    }
  }
  const broken = await checkInvariants(store.db);
  if (broken.length > 0) throw new Error(`the ledger is wrong: ${broken.join(', ')}`);
  return Object.entries(samples).map(([impl, times]) => rowOf(`durable transfer on ${name}`, impl, times));
}
