// The pizza shop’s own server. Knows the platform by its documented HTTP interface and nothing else of it.
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { openOrderBook } from './order-book.mjs';
import { createPlatform } from './platform.mjs';
import { createShop } from './shop.mjs';

const { TERRARIUM_SERVICES: services, TERRARIUM_CREDENTIALS: credentials, TERRARIUM_DATA: data } = process.env;
if (!services || !credentials || !data) {
  process.stderr.write(
    'TERRARIUM_SERVICES, TERRARIUM_CREDENTIALS and TERRARIUM_DATA are needed; the host sets them.\n',
  );
  process.exit(1);
}

const platform = createPlatform({ services, ...JSON.parse(readFileSync(credentials, 'utf8')) });
const orders = openOrderBook(join(data, 'orders.jsonl'));
/** What the platform has signed, as it came: the shop’s proof. */
const file = (proof) => appendFileSync(join(data, 'notices.jsonl'), `${JSON.stringify(proof)}\n`, { mode: 0o600 });
const say = (text) => process.stderr.write(`${text}\n`);
let shop;
const server = createServer(getRequestListener((request) => shop.fetch(request)));

// The same port as last time where it is free: notices that are still on their way know no other.
const portFile = join(data, 'port');
const wanted = existsSync(portFile) ? Number(readFileSync(portFile, 'utf8')) : 0;
const listen = (port) =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server.address().port));
  });
const port = await listen(wanted).catch(() => listen(0));
writeFileSync(portFile, String(port));
shop = createShop({ platform, orders, say, file, notifyUrl: `http://127.0.0.1:${port}/notices` });
process.stdout.write(`${JSON.stringify({ port })}\n`);

const stop = () => {
  server.close(() => process.exit(0));
  server.closeAllConnections();
};
process.on('SIGTERM', stop);
// The host is gone.
process.stdin.resume().on('end', stop);
