import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type Json, jsonSchema } from '@terrarium/runtime/protocol';
import * as v from 'valibot';
import { WebSocketServer } from 'ws';
import type { AccessOptions } from '../access.ts';
import { readJson } from '../http/read-json.ts';
import { offeredWord, socketRefusal, turnAway } from '../http/socket-access.ts';
import { Refusal } from '../refusal.ts';
import { repeat } from '../repeat.ts';
import type { Secrets } from '../secrets/index.ts';
import type { SqlStore } from '../sql/index.ts';
import { type Push, tellMessage, toldSchema } from './push.ts';
import { createPushLines } from './push-lines.ts';

export interface PushesOptions extends AccessOptions {
  readonly store: SqlStore;
  readonly secrets: Secrets;
  readonly sessions: {
    /** Rejects for a session nobody has. */
    find(token: string): Promise<{ readonly id: string; readonly user: string }>;
    stillOpen(ids: readonly string[]): Promise<ReadonlySet<string>>;
  };
  readonly onFault: (error: unknown) => void;
  /** How often sockets and their sessions are looked at. Default: every 30 seconds. */
  readonly beatMs?: number | undefined;
}

export interface Pushes {
  /**
   * Takes over a connection to `/api/pushes`: protocols `terrarium-push`, `token.…`, `session.…`. Frames are JSON, one
   * `PushFrame` each, from us only. False when it is not for this.
   */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  /** Hears what is told to anybody, here or in another process. Returns its undo. */
  onPush(listener: (user: string, push: Push) => void): () => void;
  /**
   * Tells a program's open client something, wherever its user has it open; who has not gets nothing. Resolves when it is
   * on its way. Throws Refusal TOO_LARGE above 4 KB of JSON.
   */
  sendMessage(to: { readonly user: string; readonly app: string }, data: Json): Promise<void>;
  /** Sockets that are open in this process. */
  readonly size: number;
  /** Closes all sockets with 1001. */
  close(): Promise<void>;
}

export const pushProtocol = 'terrarium-push';
const path = /^\/api\/pushes(?:\?|$)/;
const purpose = 'push message';
const messageBytes = 4 * 1024;
const defaultBeatMs = 30_000;

export function openPushes(options: PushesOptions): Pushes {
  const { store, secrets, sessions, onFault, beatMs = defaultBeatMs } = options;
  const lines = createPushLines();
  const listeners = new Set<(user: string, push: Push) => void>();
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: 1_024,
    perMessageDeflate: false,
    handleProtocols: () => pushProtocol,
  });
  let hearing = false;
  let stopped = false;

  const deliver = (user: string, push: Push): void => {
    lines.post(push, user);
    for (const hear of listeners) hear(user, push);
  };
  const check = async (user?: string): Promise<void> => {
    const ids = lines.sessions(user);
    const open = await sessions.stillOpen(ids);
    for (const id of ids) if (!open.has(id)) lines.end(id);
  };
  const hear = (text: string): void => {
    // On PostgreSQL anybody who may connect can say something here.
    const told = v.safeParse(toldSchema, readJson(text));
    if (!told.success) throw new Error('what was told in the database does not fit');
    const { output } = told;
    if (output.kind === 'push') deliver(output.user, output.push);
    else if (output.kind === 'check') check(output.user).catch(onFault);
    else deliver(output.user, { kind: 'message', app: output.app, data: open(output.sealed) });
  };
  const open = (sealed: string): Json => v.parse(jsonSchema, JSON.parse(secrets.open(purpose, sealed)));
  const stopListening = store.listen({
    hear(text) {
      try {
        hear(text);
      } catch (error) {
        onFault(error);
      }
    },
    ready() {
      hearing = true;
      lines.post({ kind: 'ready' });
      // A session that ended while nothing was heard.
      check().catch(onFault);
    },
  });
  const beating = repeat(
    async () => {
      lines.beat();
      await check();
    },
    beatMs,
    onFault,
  );

  return {
    upgrade(request, socket, head) {
      if (!path.test(request.url ?? '')) return false;
      const token = offeredWord(request, 'session.');
      const refusal = socketRefusal(request, pushProtocol, options);
      if (refusal !== undefined || token === undefined || stopped) {
        turnAway(socket, refusal ?? (stopped ? '503 Service Unavailable' : '401 Unauthorized'));
        return true;
      }
      sessions.find(token).then(
        (session) =>
          server.handleUpgrade(request, socket, head, (opened) => {
            lines.add(session, opened);
            if (hearing) opened.send(JSON.stringify({ kind: 'ready' }));
            // It may have ended between the look at it and now.
            check(session.user).catch(onFault);
          }),
        (error: unknown) => {
          if (!(error instanceof Refusal)) onFault(error);
          turnAway(socket, '401 Unauthorized');
        },
      );
      return true;
    },
    onPush(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    get size() {
      return lines.size;
    },
    async sendMessage(to, data) {
      const text = JSON.stringify(data);
      if (Buffer.byteLength(text) > messageBytes) {
        throw new Refusal(413, 'TOO_LARGE', `A message may have ${messageBytes} bytes of JSON.`);
      }
      const sealed = secrets.seal(purpose, text);
      await store.transact(async (work) => tellMessage(work, to, sealed));
    },
    async close() {
      stopped = true;
      stopListening();
      await beating.stop();
      await lines.close();
      server.close();
    },
  };
}
