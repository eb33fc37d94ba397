import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { getRequestListener } from '@hono/node-server';
import { TerrariumError } from '@terrarium/runtime/protocol';

export interface LoopbackOptions {
  /** 0 takes a free one. */
  readonly port: number;
  readonly answer: (request: Request) => Promise<Response>;
  /** Takes over a connection that asks to be a WebSocket. False: nobody wants it. */
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => boolean;
}

export interface Loopback {
  readonly port: number;
  /** Stops listening; connections get a moment to end. */
  close(): Promise<void>;
}

/** How long a closing server waits for its connections. */
const graceMs = 100;

/** An HTTP server on 127.0.0.1. Rejects with `UNAVAILABLE` when the port is taken. */
export async function openLoopback({ port, answer, upgrade }: LoopbackOptions): Promise<Loopback> {
  const listener = getRequestListener(
    async (request) => {
      const response = await answer(request);
      response.headers.set('X-Content-Type-Options', 'nosniff');
      response.headers.set('Referrer-Policy', 'no-referrer');
      return response;
    },
    { overrideGlobalObjects: false },
  );
  const server = createServer(listener);
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // A connection that breaks before it is one.
    socket.on('error', () => socket.destroy());
    if (!upgrade(request, socket, head)) socket.end('HTTP/1.1 404 Not Found\r\n\r\n');
  });
  return {
    port: await listen(server, port),
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      // Streams get a moment to say their end; what still holds on after it is cut.
      const cut = setTimeout(() => server.closeAllConnections(), graceMs);
      await closed;
      clearTimeout(cut);
    },
  };
}

function listen(server: Server, wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      const message = taken
        ? `port ${wanted} is in use; choose another with --port, or leave --port out for a free one`
        : `cannot listen on 127.0.0.1:${wanted}: ${error.message}`;
      reject(new TerrariumError('UNAVAILABLE', message, { cause: error }));
    });
    server.listen(wanted, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : wanted);
    });
  });
}
