import { randomBytes } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { createLiveLines } from '../../merchant/live-lines.mjs';
import { takeNotices } from '../../merchant/notices.mjs';
import { openOrderBook } from '../../merchant/order-book.mjs';
import { createSessions } from '../../merchant/sessions.mjs';
import { menu } from './menu.mjs';
import { beginRound, changeDish, linesOf, sharesOf, sitDown, totalOf, viewRound } from './round.mjs';

const bodyBytes = 16 * 1024;
/** The codes on the tables. */
const tables = new Set(['1', '2', '3', '4', '5', '6', '7', '8']);

/**
 * The house: who sits where, what they order, and the bill, split by who ordered what. The kitchen begins when the
 * platform's signed notice says that all of it is paid, and at nothing else.
 */
export function createHouse({ platform, data, notifyUrl, say, keepProof }) {
  const rounds = openOrderBook(join(data, 'rounds.jsonl'));
  const sessions = createSessions();
  const app = new Hono();
  app.use('*', bodyLimit({ maxSize: bodyBytes }));
  app.onError((error, context) => {
    say(error.message);
    return context.json({ problem: 'The house could not do that. Try again.' }, 500);
  });
  const json = (context) => context.req.json().catch(() => ({}));
  const roundAt = (table) => rounds.where((round) => round.table === table && round.state !== 'paid')[0];

  app.get('/menu', (context) => context.json(menu));
  app.post('/login', async (context) => {
    const { code } = await json(context);
    const openId = await platform.exchangeCode(String(code));
    if (openId === undefined) return context.json({ problem: 'That login does not hold.' }, 403);
    return context.json({ token: sessions.open({ openId }) });
  });

  app.use('/tables/*', async (context, next) => {
    const session = sessions.find(context.req.header('authorization'));
    if (session === undefined) return context.json({ problem: 'Log in first.' }, 401);
    context.set('openId', session.openId);
    await next();
  });
  /** The newest party at the table with this guest, also when all is paid. */
  const seated = (context) => {
    const own = ({ openId }) => openId === context.get('openId');
    const [round] = rounds.where(({ table, seats }) => table === context.req.param('table') && seats.some(own));
    return round && { round, seat: round.seats.find(own) };
  };
  const notSeated = (context) => context.json({ problem: 'You do not sit at this table.' }, 404);
  const tooLate = (context) => context.json({ problem: 'The bill has been asked for.' }, 409);

  app.post('/tables/:table/seat', (context) => {
    const table = context.req.param('table');
    if (!tables.has(table)) return context.json({ problem: 'There is no such table.' }, 404);
    const openId = context.get('openId');
    const there = roundAt(table);
    const known = there?.seats.find((seat) => seat.openId === openId);
    if (known !== undefined) return context.json({ me: known.name, round: viewRound(there) });
    if (there !== undefined && there.state !== 'ordering') return tooLate(context);
    const number = `T${table}${Date.now().toString(36)}${randomBytes(6).toString('hex')}`.toUpperCase().slice(0, 24);
    const round = sitDown(there ?? beginRound(number, table, Date.now()), openId);
    if (round === undefined) return context.json({ problem: 'This table is full.' }, 409);
    rounds.add(round);
    return context.json({ me: round.seats.at(-1).name, round: viewRound(round) });
  });
  app.post('/tables/:table/dishes', async (context) => {
    const { id, by } = await json(context);
    const at = seated(context);
    if (at === undefined) return notSeated(context);
    if (at.round.state !== 'ordering') return tooLate(context);
    const round = changeDish(at.round, at.seat.openId, id, by);
    if (round === undefined) return context.json({ problem: 'That is not on the menu.' }, 400);
    return context.json(viewRound(rounds.add(round)));
  });
  /** Asks for the bill, once for the table, and gives whoever asks what they pay with. */
  app.post('/tables/:table/bill', async (context) => {
    const at = seated(context);
    if (at === undefined) return notSeated(context);
    if (totalOf(at.round) === 0) return context.json({ problem: 'Nobody has ordered anything yet.' }, 400);
    const bill = { state: 'paying', paid: [], bills: (at.round.bills ?? 0) + 1 };
    const round = rounds.advance(at.round.number, ['ordering'], bill) ?? at.round;
    // The same number and content give the same order of the platform: one bill, whoever asks and however often.
    const payment = await platform.createOrder({
      ...{ number: billOf(round), notifyUrl, amount: totalOf(round), description: describe(round) },
      shares: sharesOf(round)
        .filter(({ amount }) => amount > 0)
        .map(({ openId, amount }) => ({ openid: openId, amount })),
    });
    return context.json({ round: viewRound(round), payment });
  });
  /** Nobody has paid and somebody is still hungry: the bill is torn up. */
  app.delete('/tables/:table/bill', async (context) => {
    const at = seated(context);
    if (at === undefined) return notSeated(context);
    if (at.round.state !== 'paying') return context.json(viewRound(at.round));
    const { shares = [] } = await platform.query(billOf(at.round));
    if (shares.some(({ paid }) => paid)) return context.json({ problem: 'Somebody has paid already.' }, 409);
    await platform.close(billOf(at.round));
    // A closed order stays closed: what comes next is another bill.
    return context.json(viewRound(rounds.advance(at.round.number, ['paying'], { state: 'ordering' }) ?? at.round));
  });
  /** Somebody says they have paid: the platform is asked, and everybody at the table sees who has. */
  app.post('/tables/:table/look', async (context) => {
    const at = seated(context);
    if (at === undefined) return notSeated(context);
    if (at.round.state !== 'paying') return context.json(viewRound(at.round));
    const { shares = [] } = await platform.query(billOf(at.round));
    const payers = new Set(shares.filter(({ paid }) => paid).map(({ openid }) => openid));
    const paid = at.round.seats.filter(({ openId }) => payers.has(openId)).map(({ name }) => name);
    const round = rounds.advance(at.round.number, ['paying'], { paid }) ?? rounds.find(at.round.number);
    return context.json(viewRound(round));
  });

  takeNotices(app, { platform, say, keepProof, paid: cook });
  function cook({ out_trade_no: bill, amount }) {
    const number = bill.replace(/-\d+$/, '');
    const round = rounds.find(number);
    if (round === undefined || bill !== billOf(round) || amount.total !== totalOf(round)) return;
    const paid = round.seats.map(({ name }) => name);
    const ticket = number.slice(-4);
    // A notice may come twice: only the first finds the table paying.
    if (rounds.advance(number, ['paying'], { state: 'paid', paid, ticket }) === undefined) return;
    const dishes = linesOf(round).map(({ name, count }) => `${count} × ${name}`);
    appendFileSync(join(data, 'tickets.jsonl'), `${JSON.stringify({ ticket, table: round.table, dishes })}\n`);
    say(`ticket ${ticket} for table ${round.table}: ${dishes.join(', ')}`);
  }

  const lines = createLiveLines((path, authorization) => {
    const session = sessions.find(authorization);
    const round = roundAt(/^\/tables\/(\w+)\/live$/.exec(path)?.[1]);
    if (!round?.seats.some(({ openId }) => openId === session?.openId)) return undefined;
    return { subject: round.number, first: () => [{ round: viewRound(rounds.find(round.number)) }] };
  });
  rounds.onChange((round) => lines.tell(round.number, { round: viewRound(round) }));
  return { fetch: app.fetch, upgrade: lines.upgrade, close: lines.close };
}

/** The number of a party's bill, as the platform knows it. */
const billOf = ({ number, bills = 0 }) => `${number}-${bills}`;

const describe = (round) =>
  `Table ${round.table}: ${linesOf(round)
    .map(({ name, count }) => `${count} × ${name}`)
    .join(', ')}`.slice(0, 120);
