import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { createLiveLines } from '../../merchant/live-lines.mjs';
import { takeNotices } from '../../merchant/notices.mjs';
import { openOrderBook } from '../../merchant/order-book.mjs';
import { createSessions } from '../../merchant/sessions.mjs';
import { addCourierDesk } from './courier-desk.mjs';
import { menu, priceOf } from './menu.mjs';
import { readAddress, viewOrder } from './order-view.mjs';

const bodyBytes = 64 * 1024;

/**
 * The shop: what the programs ask, and what the platform tells. Whatever a program says about money is ignored;
 * the oven starts when the platform's signed notice has come, and at nothing else.
 */
export function createShop({ platform, data, notifyUrl, say, keepProof }) {
  const orders = openOrderBook(join(data, 'orders.jsonl'));
  const sessions = createSessions();
  const app = new Hono();
  app.use('*', bodyLimit({ maxSize: bodyBytes }));
  app.onError((error, context) => {
    say(error.message);
    return context.json({ problem: 'The shop could not do that. Try again.' }, 500);
  });
  const json = (context) => context.req.json().catch(() => ({}));
  const guest = async (context, next) => {
    const session = sessions.find(context.req.header('authorization'));
    if (session?.kind !== 'guest') return context.json({ problem: 'Log in first.' }, 401);
    context.set('openId', session.openId);
    await next();
  };
  const own = (context) => {
    const order = orders.find(context.req.param('number'));
    return order?.openId === context.get('openId') ? order : undefined;
  };
  const missing = (context) => context.json({ problem: 'There is no such order.' }, 404);

  app.get('/menu', (context) => context.json(menu));
  app.post('/login', async (context) => {
    const { code } = await json(context);
    const openId = await platform.exchangeCode(String(code));
    if (openId === undefined) return context.json({ problem: 'That login does not hold.' }, 403);
    return context.json({ token: sessions.open({ kind: 'guest', openId }) });
  });

  app.use('/orders', guest);
  app.use('/orders/*', guest);
  app.get('/orders', (context) => {
    const openId = context.get('openId');
    return context.json(
      orders
        .where((order) => order.openId === openId)
        .slice(0, 20)
        .map(viewOrder),
    );
  });
  app.post('/orders', async (context) => {
    const { items, address } = await json(context);
    const priced = priceOf(items);
    const place = readAddress(address);
    if (priced === undefined || place === undefined) return context.json({ problem: 'The order does not fit.' }, 400);
    const openId = context.get('openId');
    const number = `P${Date.now().toString(36)}${randomBytes(6).toString('hex')}`.toUpperCase().slice(0, 24);
    const description = describe(priced.lines);
    const order = { number, openId, ...priced, description, address: place, state: 'unpaid', at: Date.now() };
    orders.add(order);
    const payment = await platform.createOrder({ number, description, amount: priced.total, openId, notifyUrl });
    return context.json({ order: viewOrder(order), payment });
  });
  app.get('/orders/:number', (context) => {
    const order = own(context);
    return order === undefined ? missing(context) : context.json(viewOrder(order));
  });
  app.post('/orders/:number/payment', async (context) => {
    const order = own(context);
    if (order?.state !== 'unpaid') return missing(context);
    const { number, description, total, openId } = order;
    // The same number and content give the same order of the platform: nobody pays twice.
    const payment = await platform.createOrder({ number, description, amount: total, openId, notifyUrl });
    return context.json({ order: viewOrder(order), payment });
  });
  app.post('/orders/:number/cancel', async (context) => {
    const order = own(context);
    if (order === undefined) return missing(context);
    if (order.state === 'unpaid') {
      // Paid while its notice is still on the way.
      const { trade_state: known } = await platform.query(order.number);
      if (known === 'SUCCESS') return context.json({ problem: 'It has just been paid. Try again in a moment.' }, 409);
      await platform.close(order.number);
      return context.json(viewOrder(orders.advance(order.number, ['unpaid'], { state: 'cancelled' }) ?? order));
    }
    // Taken out of the oven before the money goes back: from here no courier gets it.
    const back = orders.advance(order.number, ['baking', 'refunding'], { state: 'refunding' });
    if (back === undefined) return context.json({ problem: 'It can no longer be cancelled.' }, 409);
    await platform.refund(order.number, order.total);
    return context.json(viewOrder(orders.advance(order.number, ['refunding'], { state: 'refunded' }) ?? back));
  });

  takeNotices(app, { platform, say, keepProof, paid: ship });
  function ship({ out_trade_no: number, amount }) {
    const order = orders.find(number);
    if (order === undefined || amount.total !== order.total) return;
    // A notice may come twice: only the first finds the order unpaid.
    const shipped = orders.advance(number, ['unpaid'], { state: 'baking', shipments: (order.shipments ?? 0) + 1 });
    say(shipped === undefined ? `${number} was paid before` : `${number} is paid and goes into the oven`);
  }

  // What becomes of an order is told to its guest as it happens.
  const positions = new Map();
  const lines = createLiveLines((path, authorization) => {
    const session = sessions.find(authorization);
    const order = orders.find(/^\/orders\/(\w+)\/live$/.exec(path)?.[1]);
    if (session?.kind !== 'guest' || order?.openId !== session.openId) return undefined;
    const first = () => {
      const position = positions.get(order.number);
      const told = [{ order: viewOrder(orders.find(order.number)) }];
      return position === undefined ? told : [...told, { position }];
    };
    return { subject: order.number, first };
  });
  orders.onChange((order) => {
    if (order.state !== 'riding') positions.delete(order.number);
    lines.tell(order.number, { order: viewOrder(order) });
  });
  addCourierDesk(app, {
    ...{ platform, orders, sessions, json },
    moved(number, position) {
      positions.set(number, position);
      lines.tell(number, { position });
    },
  });
  return { fetch: app.fetch, upgrade: lines.upgrade, close: lines.close };
}

const describe = (lines) =>
  lines
    .map(({ name, count }) => `${count} × ${name}`)
    .join(', ')
    .slice(0, 120);
