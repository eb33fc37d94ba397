import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { isAppId } from '@terrarium/runtime/protocol';
import { Hono } from 'hono';
import * as v from 'valibot';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Files } from '../files/index.ts';
import type { RouteList } from '../http/open-api.ts';
import { readJson } from '../http/read-json.ts';
import { offeredWord, socketRefusal, turnAway } from '../http/socket-access.ts';
import type { Owner } from '../storage/index.ts';
import { type NetworkProgram, type Resolve, type Route, systemResolve } from './address-rules.ts';
import { createProgramLine, networkLimits } from './program-line.ts';
import type { NetworkRoom } from './run-task.ts';
import { clientFrameSchema } from './task-params.ts';
import { createTaskQueue } from './task-queue.ts';
import { createUsageCounters, type DomainUsage } from './usage.ts';

export interface NetworkOptions {
  /** The bearer token of the services; a browser cannot send it as a header, so it comes as a protocol's name. */
  readonly token: string;
  readonly allowOrigin: (origin: string) => boolean;
  /** The manifest of a program that is open here; the services' own, so that no page can claim another. */
  readonly programOf: (appId: string) => NetworkProgram | undefined;
  /** Whose files the program has; rejects for a session nobody has. */
  readonly userOf: (session: string | undefined) => Promise<string>;
  readonly files: Files;
  /** Ports of this machine that no program may call: above all the host's own. */
  readonly closedPorts: () => readonly number[];
  readonly route?: Route | undefined;
  readonly now: () => number;
  readonly resolve?: Resolve | undefined;
  readonly setTimer?: NetworkRoom['setTimer'] | undefined;
}

/** What programs ask of other servers. */
export interface Network {
  /** Takes over a connection to `/api/network/:app`. False when it is not for this. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  /** `GET /network/:app/usage` → `{domains: [{host, calls, failed, sentBytes, receivedBytes, lastAt}]}`. */
  readonly api: Hono;
  usage(appId: string): readonly DomainUsage[];
  /** Ends every line and what is under way on it. */
  close(): void;
}

const counts = { calls: v.number(), failed: v.number(), sentBytes: v.number(), receivedBytes: v.number() };

/** What is asked over HTTP, for the document; the lines themselves are WebSockets. */
export const networkRoutes: RouteList = {
  title: 'Terrarium network',
  description: 'What programs ask of other servers.',
  routes: [
    {
      method: 'get',
      path: '/network/:app/usage',
      summary: 'What a program has done with each server since the services started.',
      answer: v.object({ domains: v.array(v.object({ host: v.string(), ...counts, lastAt: v.number() })) }),
    },
  ],
};

export const networkProtocol = 'terrarium-network';
const path = /^\/api\/network\/([^/?]+)$/;
/** One message of the shell's: what the bridge lets through, escaped. */
const frameBytes = 24 * 1024 * 1024;
/** What the shell has not taken yet before its line counts as dead. */
const waitingBytes = 64 * 1024 * 1024;

export function openNetwork(options: NetworkOptions): Network {
  const { resolve = systemResolve, setTimer = systemTimer, now } = options;
  const usage = createUsageCounters(now);
  const lines = new Set<WebSocket>();
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: frameBytes,
    perMessageDeflate: false,
    handleProtocols: () => networkProtocol,
  });

  const connect = (owner: Owner, program: NetworkProgram, socket: WebSocket) => {
    lines.add(socket);
    const line = createProgramLine(
      {
        ...{ owner, program, files: options.files, usage, resolve, now, setTimer },
        queue: createTaskQueue(networkLimits.atOnce),
        closedPorts: new Set(options.closedPorts()),
        route: async (url) => options.route?.(owner.app, url),
      },
      (frame) => {
        if (socket.bufferedAmount > waitingBytes) socket.terminate();
        else socket.send(JSON.stringify(frame));
      },
    );
    socket.on('message', (data: Buffer) => {
      const frame = v.safeParse(clientFrameSchema, readJson(data.toString()));
      if (frame.success) line.receive(frame.output);
      else socket.close(1008, 'a frame does not fit');
    });
    // `close` follows.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      lines.delete(socket);
      line.dispose();
    });
  };

  const api = new Hono();
  api.get('/network/:app/usage', (context) => context.json({ domains: usage.of(context.req.param('app')) }));

  return {
    api,
    usage: usage.of,
    upgrade(request, socket, head) {
      const app = path.exec(request.url ?? '')?.[1];
      if (app === undefined) return false;
      const program = isAppId(app) ? options.programOf(app) : undefined;
      const status =
        socketRefusal(request, networkProtocol, options) ?? (program === undefined ? '404 Not Found' : undefined);
      if (status !== undefined || program === undefined) {
        turnAway(socket, status ?? '404 Not Found');
        return true;
      }
      options.userOf(offeredWord(request, 'session.')).then(
        (user) => server.handleUpgrade(request, socket, head, (opened) => connect({ user, app }, program, opened)),
        () => turnAway(socket, '401 Unauthorized'),
      );
      return true;
    },
    close() {
      for (const socket of lines) socket.terminate();
      server.close();
    },
  };
}

const systemTimer: NetworkRoom['setTimer'] = (callback, delayMs) => {
  const timer = setTimeout(callback, delayMs);
  return () => clearTimeout(timer);
};
