// The gallery's own server: says back what it was told, and makes orders to be paid.
import { randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import { WebSocketServer } from 'ws';
import { serve } from '../../merchant/serve.mjs';

await serve(({ platform, notifyUrl, say }) => {
  const app = new Hono();
  app.onError((error, context) => {
    say(error.message);
    return context.json({ problem: error.message }, 500);
  });
  /** One leaf, for one yuan. */
  app.post('/orders', async (context) => {
    const { code } = await context.req.json();
    const openId = await platform.exchangeCode(String(code));
    if (openId === undefined) return context.json({ problem: 'That login does not hold.' }, 403);
    const number = `G${randomBytes(12).toString('hex')}`.toUpperCase();
    return context.json(
      await platform.createOrder({ number, description: 'One leaf', amount: 100, openId, notifyUrl }),
    );
  });
  app.post('/notices', (context) => context.body(null, 204));
  app.all('/leaf', async ({ req, json }) =>
    json({ method: req.method, type: req.header('content-type') ?? '', body: (await req.text()).slice(0, 1_000) }),
  );
  const echo = new WebSocketServer({ noServer: true, maxPayload: 1_024 });
  return {
    fetch: app.fetch,
    upgrade(request, socket, head) {
      echo.handleUpgrade(request, socket, head, (opened) => {
        opened.on('error', () => opened.terminate());
        opened.on('message', (data, isBinary) => opened.send(data, { binary: isBinary }));
      });
      return true;
    },
    close() {
      for (const opened of echo.clients) opened.terminate();
    },
  };
});
