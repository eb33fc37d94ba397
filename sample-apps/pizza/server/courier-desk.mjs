import { viewJob } from './order-view.mjs';

/** The program whose users carry what this shop bakes. */
const courierApp = 'courier';

/**
 * What the courier's program asks: open jobs, taking one, where the courier is, and that it has arrived. Of two who take
 * one job, one gets it. `moved` hears each position of a ride; none is kept. This shop trusts whoever has the program;
 * another one would know its couriers.
 */
export function addCourierDesk(app, { platform, orders, sessions, json, moved }) {
  app.post('/courier/login', async (context) => {
    const { code } = await json(context);
    const openId = await platform.exchangeCode(String(code), courierApp);
    if (openId === undefined) return context.json({ problem: 'That login does not hold.' }, 403);
    return context.json({ token: sessions.open({ kind: 'courier', openId }) });
  });
  app.use('/courier/jobs', courier);
  app.use('/courier/jobs/*', courier);
  async function courier(context, next) {
    const session = sessions.find(context.req.header('authorization'));
    if (session?.kind !== 'courier') return context.json({ problem: 'Log in first.' }, 401);
    context.set('openId', session.openId);
    await next();
  }
  const gone = (context) => context.json({ problem: 'Somebody else has it, or it is done.' }, 409);
  const ownRide = (context) => {
    const order = orders.find(context.req.param('number'));
    return order?.state === 'riding' && order.courier === context.get('openId') ? order : undefined;
  };

  app.get('/courier/jobs', (context) => {
    const openId = context.get('openId');
    const mine = orders.where(({ state, courier: by }) => state === 'riding' && by === openId);
    const open = orders.where(({ state }) => state === 'baking');
    return context.json({ mine: mine.map((order) => viewJob(order, true)), open: open.map((order) => viewJob(order)) });
  });
  app.post('/courier/jobs/:number/take', (context) => {
    const ride = { state: 'riding', courier: context.get('openId') };
    const order = ownRide(context) ?? orders.advance(context.req.param('number'), ['baking'], ride);
    return order === undefined ? gone(context) : context.json(viewJob(order, true));
  });
  app.post('/courier/jobs/:number/position', async (context) => {
    const order = ownRide(context);
    if (order === undefined) return gone(context);
    const { latitude, longitude } = await json(context);
    if (!isDegrees(latitude, 90) || !isDegrees(longitude, 180))
      return context.json({ problem: 'That is no place.' }, 400);
    moved(order.number, { latitude, longitude });
    return context.body(null, 204);
  });
  app.post('/courier/jobs/:number/delivered', (context) => {
    const order = ownRide(context);
    if (order === undefined) return gone(context);
    return context.json(viewJob(orders.advance(order.number, ['riding'], { state: 'delivered' }) ?? order, true));
  });
}

const isDegrees = (value, most) => typeof value === 'number' && Math.abs(value) <= most;
