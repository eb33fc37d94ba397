import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { createPlatform } from './platform.mjs';

/**
 * Runs a merchant's own server the way the host starts it. `open` gets the `platform`, the `data` folder, `notifyUrl`,
 * `say` for the terminal and `keepProof` for what the platform has signed; it gives `fetch` for requests and, where the
 * program has sockets, `upgrade`.
 */
export async function serve(open) {
  const { TERRARIUM_SERVICES: services, TERRARIUM_CREDENTIALS: credentials, TERRARIUM_DATA: data } = process.env;
  if (!services || !credentials || !data) {
    process.stderr.write(
      'TERRARIUM_SERVICES, TERRARIUM_CREDENTIALS and TERRARIUM_DATA are needed; the host sets them.\n',
    );
    process.exit(1);
  }
  let merchant;
  const server = createServer(getRequestListener((request) => merchant.fetch(request)));
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    if (merchant?.upgrade?.(request, socket, head) !== true) socket.end('HTTP/1.1 404 Not Found\r\n\r\n');
  });

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
  merchant = open({
    data,
    platform: createPlatform({ services, ...JSON.parse(readFileSync(credentials, 'utf8')) }),
    notifyUrl: `http://127.0.0.1:${port}/notices`,
    say: (text) => process.stderr.write(`${text}\n`),
    keepProof: (proof) => appendFileSync(join(data, 'notices.jsonl'), `${JSON.stringify(proof)}\n`, { mode: 0o600 }),
  });
  process.stdout.write(`${JSON.stringify({ port })}\n`);

  const stop = () => {
    server.close(() => process.exit(0));
    server.closeAllConnections();
    // Sockets are none of the server's connections any more.
    merchant.close?.();
  };
  process.on('SIGTERM', stop);
  // The host is gone.
  process.stdin.resume().on('end', stop);
}
