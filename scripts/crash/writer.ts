import { writeSync } from 'node:fs';
import { join } from 'node:path';
import {
  createSecrets,
  type Money,
  openLibsqlStore,
  openMoney,
  openPostgresStore,
  Refusal,
} from '@terrarium/host/services';
import { app, currency, key, openIdOf, users, type WriterLine, type WriterTask } from './messages.ts';

const say = (line: WriterLine): void => {
  writeSync(1, `${JSON.stringify(line)}\n`);
};

/** How many of the round before are asked for again: their sender does not know what became of them. */
const askedAgain = 12;

/**
 * A services process that moves money until it is ended. Requests are named by round and number, so that whoever
 * comes next can ask for the same ones again.
 */
export async function write(task: WriterTask): Promise<void> {
  const passes = new Map<string, number>();
  let current: string | undefined;
  const pass = (step: string): void => {
    const count = (passes.get(step) ?? 0) + 1;
    passes.set(step, count);
    if (task.rehearse !== undefined) say({ kind: 'step', step });
    if (task.acknowledgeEarly && step === 'before commit' && current !== undefined) {
      say({ kind: 'done', request: current, answer: undefined });
    }
    if (task.end?.step === step && task.end.pass === count) process.kill(process.pid, 'SIGKILL');
  };
  const watch = (when: string, statement: string) => pass(`${when} ${nameOf(statement)}`);
  const store = await (task.postgres === undefined
    ? openLibsqlStore(join(task.folder, 'money.db'), key, watch)
    : openPostgresStore(task.postgres, watch));
  const post = async (_url: string, _headers: unknown, body: string) => {
    pass('before a notice is taken');
    say({ kind: 'notice', id: String(Object(JSON.parse(body)).id) });
    pass('after a notice is taken');
    return 200;
  };
  const money = openMoney({ store, secrets: createSecrets(key), now: Date.now, openIdOf, post });
  const perform = async (round: number, number: number): Promise<void> => {
    // The control keeps to requests of one transaction each: a refusal ends those before their commit.
    if (task.acknowledgeEarly && number % 8 > 4) return;
    const request = `round-${round}-${number}`;
    if (task.acknowledgeEarly) current = request;
    const answer = await run(money, task.merchant, request, number);
    current = undefined;
    if (answer === undefined || task.acknowledgeEarly) return;
    pass('before the answer');
    say({ kind: 'done', request, answer });
    pass('after the answer');
  };
  // Four at a time, as requests come. The first of the round before are asked for again, between new ones.
  for (let number = 0; ; number += 4) {
    if (task.rehearse !== undefined && number >= task.rehearse) process.exit(0);
    const four = [number, number + 1, number + 2, number + 3];
    const again = task.round > 0 && number < askedAgain && !task.acknowledgeEarly;
    if (again) await Promise.all(four.map((one) => perform(task.round - 1, one)));
    if (task.acknowledgeEarly) for (const one of four) await perform(task.round, one);
    else await Promise.all(four.map((one) => perform(task.round, one)));
    if (!task.acknowledgeEarly) await money.tend();
  }
}

/** Does request `number`; gives what identifies its effect. Undefined when it was refused, which is an answer too. */
async function run(money: Money, merchant: string, request: string, number: number): Promise<string | undefined> {
  const at = (offset: number) => users[(number + offset) % users.length] ?? '';
  try {
    if (number % 8 === 5) return await payOrder(money, merchant, request, [at(0)]);
    if (number % 8 === 6) return await payOrder(money, merchant, request, [at(0), at(1)]);
    if (number % 8 === 7)
      return await refund(
        money,
        merchant,
        request.replace(/\d+$/, (last) => String(Number(last) - 2)),
        request,
      );
    if (number % 8 === 0)
      return (await money.wallets.topUp({ user: at(0), key: request, amount: 50_000, currency })).transfer;
    return (
      await money.wallets.transfer({
        from: at(0),
        to: at(1 + (number % 3)),
        key: request,
        amount: 1 + (number % 90),
        currency,
      })
    ).transfer;
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

async function payOrder(money: Money, merchant: string, request: string, payers: readonly string[]): Promise<string> {
  const { prepayId } = await money.orders.create({
    merchant,
    app,
    outTradeNo: request,
    description: 'Margherita',
    notifyUrl: 'https://pizza.example/notify',
    amount: 300,
    currency,
    payers: payers.map((user) => ({ openId: openIdOf(app, user), amount: 300 / payers.length })),
  });
  const paid: string[] = [];
  for (const user of payers) {
    paid.push((await money.payments.pay({ user, app, prepayId, key: `${request}-${user}` })).transaction);
  }
  return paid.join(' ');
}

async function refund(money: Money, merchant: string, order: string, request: string): Promise<string> {
  const done = await money.refunds.create({
    merchant,
    order: { outTradeNo: order },
    outRefundNo: request,
    amount: 100,
    total: 300,
    currency,
  });
  return done.refund_id;
}

/** `insert into "requests" …` as `insert into requests`. */
function nameOf(statement: string): string {
  const [verb = ''] = statement.trim().split(/\s/, 1);
  const table = /(?:into|update|from) "?(\w+)"?/.exec(statement)?.[1];
  return table === undefined ? verb : `${verb} ${table}`;
}
