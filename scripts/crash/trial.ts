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
import { app, currency, key, openIdOf, users, type WriterTask } from './messages.ts';
import { preparePowerCut } from './power-cut.ts';
import { runWriter, type WriterRun } from './run-writer.ts';

export interface Findings {
  kills: number;
  /** Steps at which a process ended itself. */
  steps: number;
  acknowledged: number;
  notices: number;
  /** What is wrong, in words. */
  readonly lost: string[];
  readonly broken: string[];
}

export interface TrialOptions {
  readonly kills: number;
  /** Makes an empty database on PostgreSQL and gives its URL; otherwise libsql is used. */
  readonly createPostgres?: (() => Promise<string>) | undefined;
  readonly random: () => number;
  readonly acknowledgeEarly?: boolean;
  /** Cuts the power at each kill; `lie` for a store that skips its syncs. */
  readonly powerCut?: { readonly lie: boolean };
  readonly progress: (text: string) => void;
  /** Ends the trial as soon as something was found: a control has then done its work. */
  readonly untilFound?: boolean;
}

/** Kills on one database. All that was ever written is looked at after each, which takes longer every time. */
const mostKills = 100;

/** Kills writers, one after the other, and looks at their database after each. Gives a reason when it cannot be done here. */
export async function runTrial(options: TrialOptions): Promise<Findings | string> {
  const findings: Findings = { kills: 0, steps: 0, acknowledged: 0, notices: 0, lost: [], broken: [] };
  const reached = new Set<string>();
  for (let first = 1; first <= options.kills; first += mostKills) {
    const last = Math.min(first + mostKills - 1, options.kills);
    const reason = await tryDatabase(options, { first, last, findings, reached });
    if (reason !== undefined) return reason;
    if (options.untilFound && findings.lost.length + findings.broken.length > 0) break;
  }
  findings.steps = reached.size;
  return findings;
}

interface Part {
  /** Numbers of the kills, of all there are. */
  readonly first: number;
  readonly last: number;
  /** Grow. */
  readonly findings: Findings;
  readonly reached: Set<string>;
}

async function tryDatabase(
  options: TrialOptions,
  { first, last, findings, reached }: Part,
): Promise<string | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'terrarium-crash-'));
  const cut = options.powerCut === undefined ? undefined : preparePowerCut(folder);
  if (typeof cut === 'string') {
    rmSync(folder, { recursive: true });
    return cut;
  }
  // Where writers find the database, and where it is looked at: elsewhere after each power cut.
  let place = folder;
  let view = folder;
  const postgres = await options.createPostgres?.();
  const open = () =>
    postgres === undefined ? openLibsqlStore(join(view, 'money.db'), key) : openPostgresStore(postgres);
  try {
    const merchant = await setUp(open);
    cut?.settle(place);
    if (cut !== undefined) ({ place, view } = cut.strike(place));
    const task: WriterTask = {
      folder: place,
      postgres,
      merchant,
      round: 0,
      end: undefined,
      rehearse: undefined,
      acknowledgeEarly: options.acknowledgeEarly ?? false,
    };
    const done = new Map<string, string | undefined>();
    const heard = new Set<string>();
    // Nobody is killed here, so nothing may be missing, in a control neither.
    const rehearsal = await runWriter({ ...task, rehearse: 16 }, undefined);
    const passes = new Map<string, number>();
    for (const line of rehearsal.lines) {
      if (line.kind === 'step') passes.set(line.step, (passes.get(line.step) ?? 0) + 1);
    }
    const steps = [...passes.keys()];
    note(rehearsal, done, heard, findings);
    cut?.settle(place);
    if (cut !== undefined) ({ place, view } = cut.strike(place));
    await look(open, findings, done);
    if (findings.lost.length > 0) throw new Error(`missing before the first kill: ${findings.lost.join(', ')}`);
    const environment = cut?.environment(options.powerCut?.lie ?? false);
    for (let round = first; round <= last; round += 1) {
      const step = round % 2 === 0 ? steps[(round / 2 - 1) % steps.length] : undefined;
      // Some steps a process passes once only, as it starts.
      const most = step === undefined ? 1 : Math.min(passes.get(step) ?? 1, 5);
      const end = step === undefined ? undefined : { step, pass: 1 + Math.floor(options.random() * most) };
      const kill =
        end === undefined
          ? { after: 1 + Math.floor(options.random() * 12), delayMs: options.random() * 15 }
          : undefined;
      cut?.settle(place);
      const run = await runWriter({ ...task, folder: place, round, end }, kill, environment);
      if (cut !== undefined) ({ place, view } = cut.strike(place));
      findings.kills += run.killed ? 1 : 0;
      if (step !== undefined) reached.add(step);
      note(run, done, heard, findings);
      await look(open, findings, done);
      if (round % 20 === 0)
        options.progress(`${round} of ${options.kills} kills, ${findings.acknowledged} acknowledged`);
      if (options.untilFound && findings.lost.length + findings.broken.length > 0) break;
    }
    if (!options.untilFound) await drain(open, heard, findings);
    return undefined;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function setUp(open: () => Promise<SqlStore>): Promise<string> {
  const store = await open();
  const money = moneyOn(store, () => undefined);
  const { id } = await money.merchants.create({ name: 'Pizza', apps: [app], currency });
  for (const user of users) await money.wallets.topUp({ user, key: 'before-all', amount: 1_000_000, currency });
  await store.close();
  return id;
}

const moneyOn = (store: SqlStore, heard: (id: string) => void) =>
  openMoney({
    store,
    secrets: createSecrets(key),
    now: Date.now,
    openIdOf,
    async post(_url, _headers, body) {
      heard(String(Object(JSON.parse(body)).id));
      return 200;
    },
  });

function note(run: WriterRun, done: Map<string, string | undefined>, heard: Set<string>, findings: Findings): void {
  for (const line of run.lines) {
    if (line.kind === 'notice') heard.add(line.id);
    if (line.kind !== 'done') continue;
    findings.acknowledged += 1;
    const before = done.get(line.request);
    if (before !== undefined && before !== line.answer) {
      findings.broken.push(`${line.request} was answered ${before}, and then ${line.answer}`);
    }
    done.set(line.request, line.answer);
  }
}

/** Everything acknowledged is there once, and every invariant holds. */
async function look(
  open: () => Promise<SqlStore>,
  findings: Findings,
  done: ReadonlyMap<string, string | undefined>,
): Promise<void> {
  const store = await open().catch((error: unknown) => String(error));
  if (typeof store === 'string') {
    findings.broken.push(`the database cannot be opened: ${store}`);
    return;
  }
  try {
    findings.broken.push(...(await checkInvariants(store.db)));
    const effects = await effectsOf(store);
    for (const [request, answer] of done) {
      const expected = answer?.split(' ') ?? [undefined];
      const found = effects.get(request) ?? [];
      // The control does not know its answers yet; that there is an effect is all it can be held to.
      const there =
        answer === undefined
          ? found.length > 0
          : expected.every((one) => found.filter((id) => id === one).length === 1);
      if (!there && !findings.lost.includes(request)) findings.lost.push(request);
    }
  } finally {
    await store.close();
  }
}

/** What each request did, by the ids its answer named. */
async function effectsOf({ db }: SqlStore): Promise<Map<string, string[]>> {
  const effects = new Map<string, string[]>();
  const add = (request: string, id: string | null) => {
    if (id !== null) effects.set(request, [...(effects.get(request) ?? []), id]);
  };
  const transfers = await db.selectFrom('ledger_transfers').select(['id', 'kind', 'reference']).execute();
  for (const { id, kind, reference } of transfers) {
    if (kind === 'transfer' || kind === 'top-up') add(reference.split(':')[2] ?? '', id);
  }
  const orders = await db.selectFrom('orders').select(['id', 'out_trade_no', 'transfer_id', 'payer_openid']).execute();
  const numbers = new Map(orders.map((order) => [order.id, order.out_trade_no]));
  for (const order of orders) if (order.payer_openid !== '') add(order.out_trade_no, order.transfer_id);
  const shares = await db.selectFrom('order_shares').select(['order_id', 'transfer_id']).execute();
  for (const share of shares) add(numbers.get(share.order_id) ?? '', share.transfer_id);
  const refunds = await db.selectFrom('refunds').select(['id', 'out_refund_no']).execute();
  for (const refund of refunds) add(refund.out_refund_no, refund.id);
  return effects;
}

/** In the end every notice reaches its merchant, whatever was killed on the way. */
async function drain(open: () => Promise<SqlStore>, heard: Set<string>, findings: Findings): Promise<void> {
  const store = await open();
  // As if hours had passed: those whose writer was killed wait for their next attempt.
  await store.db.updateTable('notices').set({ next_at: 0 }).where('delivered_at', 'is', null).execute();
  const money = moneyOn(store, (id) => heard.add(id));
  const waiting = () => store.db.selectFrom('notices').select('id').where('delivered_at', 'is', null).execute();
  while ((await waiting()).length > 0) await money.tend();
  const all = await store.db.selectFrom('notices').select('id').execute();
  findings.notices += all.length;
  for (const { id } of all) if (!heard.has(id)) findings.lost.push(`notice ${id}`);
  await store.close();
}
