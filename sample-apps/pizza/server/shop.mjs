import { randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { menu, priceOf } from './menu.mjs';

const bodyBytes = 64 * 1024;

/**
 * The shop: what the program asks, and what the platform tells. Whatever the program says about money is ignored;
 * the oven starts when the platform's signed notice has come, and at nothing else.
 */
export function createShop({ platform, orders, notifyUrl, say, file }) {
  const sessions = new Map();
  const app = new Hono();
  app.use('*', bodyLimit({ maxSize: bodyBytes }));
  app.onError((error, context) => {
    say(error.message);
    return context.json({ problem: 'The shop could not do that. Try again.' }, 500);
  });
  const json = (context) => context.req.json().catch(() => ({}));
  const guest = async (context, next) => {
    const token = (context.req.header('authorization') ?? '').replace(/^Bearer /, '');
    const openId = sessions.get(token);
    if (openId === undefined) return context.json({ problem: 'Log in first.' }, 401);
    context.set('openId', openId);
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
    const token = randomBytes(24).toString('base64url');
    sessions.set(token, openId);
    return context.json({ token });
  });

  app.use('/orders', guest);
  app.use('/orders/*', guest);
  app.get('/orders', (context) => context.json(orders.of(context.get('openId')).slice(0, 20).map(view)));
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
    return context.json({ order: view(order), payment });
  });
  app.get('/orders/:number', (context) => {
    const order = own(context);
    return order === undefined ? missing(context) : context.json(view(order));
  });
  app.post('/orders/:number/payment', async (context) => {
    const order = own(context);
    if (order?.state !== 'unpaid') return missing(context);
    const { number, description, total, openId } = order;
    // The same number and content give the same order of the platform: nobody pays twice.
    const payment = await platform.createOrder({ number, description, amount: total, openId, notifyUrl });
    return context.json({ order: view(order), payment });
  });
  app.post('/orders/:number/cancel', async (context) => {
    const order = own(context);
    if (order === undefined) return missing(context);
    if (order.state === 'unpaid') {
      // Paid while its notice is still on the way.
      const { trade_state: known } = await platform.query(order.number);
      if (known === 'SUCCESS') return context.json({ problem: 'It has just been paid. Try again in a moment.' }, 409);
      await platform.close(order.number);
      return context.json(view(orders.advance(order.number, ['unpaid'], { state: 'cancelled' }) ?? order));
    }
    if (order.state !== 'baking') return context.json({ problem: 'It can no longer be cancelled.' }, 409);
    await platform.refund(order.number, order.total);
    return context.json(view(orders.advance(order.number, ['baking'], { state: 'refunded' }) ?? order));
  });

  app.post('/notices', async (context) => {
    const body = await context.req.text();
    const notice = await platform.readNotice(context.req.raw.headers, body).catch(() => undefined);
    if (notice === undefined) {
      say('a notice that is not the platform’s was refused');
      return context.json({ code: 'FAIL', message: 'not signed' }, 401);
    }
    file({ headers: Object.fromEntries(context.req.raw.headers), body });
    if (notice.kind === 'TRANSACTION.SUCCESS') ship(notice.content);
    return context.body(null, 204);
  });
  const ship = ({ out_trade_no: number, trade_state: state, amount }) => {
    const order = orders.find(number);
    if (order === undefined || state !== 'SUCCESS' || amount.total !== order.total) return;
    // A notice may come twice: only the first finds the order unpaid.
    const shipped = orders.advance(number, ['unpaid'], { state: 'baking', shipments: (order.shipments ?? 0) + 1 });
    say(shipped === undefined ? `${number} was paid before` : `${number} is paid and goes into the oven`);
  };
  return app;
}

function view({ number, lines, total, state, at, address, shipments = 0 }) {
  return { number, lines, total, state, at, address, shipments };
}

const describe = (lines) =>
  lines
    .map(({ name, count }) => `${count} × ${name}`)
    .join(', ')
    .slice(0, 120);

function readAddress(address) {
  const line = (name) => (typeof address?.[name] === 'string' ? address[name].slice(0, 200) : '');
  const place = { name: line('userName'), phone: line('telNumber'), text: line('text') };
  return place.name === '' || place.text === '' ? undefined : place;
}
