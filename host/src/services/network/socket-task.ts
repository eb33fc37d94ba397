import type { Json } from '@terrarium/runtime/protocol';
import * as v from 'valibot';
import { WebSocket } from 'ws';
import { outgoingHeaders } from './headers.ts';
import { failureOf, failures } from './network-failure.ts';
import { addressOf, type NetworkRoom, type RunningTask, rulesFor, timeoutOf } from './run-task.ts';
import { socketParams } from './task-params.ts';

/** What the program wants of its socket. */
export interface SocketHandle {
  send(data: Json): void;
  close(code: number, reason: string): void;
  /** Resolves when it is closed, and the program has been told. */
  readonly closed: Promise<void>;
}

/** One message in or out. */
const messageBytes = 4 * 1024 * 1024;
/** What waits to be sent before the socket is given up. */
const waitingBytes = 16 * 1024 * 1024;

const message = v.union([v.object({ text: v.string() }), v.object({ base64: v.string() })]);

/** Connects; events follow until `close`. Rejects with NetworkFailure when the address is not one the program may call. */
export async function openSocket(room: NetworkRoom, task: RunningTask, given: Json): Promise<SocketHandle> {
  const params = v.parse(socketParams, given);
  const rules = rulesFor(room, 'connectSocket');
  const url = addressOf(params.url, rules);
  const served = (await rules.route(url)) ?? url;
  if (task.signal.aborted) throw task.signal.reason;
  const { app } = room.owner;
  const count = (change: Parameters<typeof room.usage.add>[2]) => room.usage.add(app, url.host, change);
  count({ calls: 1 });
  const timeoutMs = timeoutOf(room, 'connectSocket', params.timeout);
  const socket = new WebSocket(served, [...params.protocols], {
    headers: { 'user-agent': 'Terrarium', ...outgoingHeaders(params.header) },
    lookup: rules.lookup,
    agent: false,
    maxPayload: messageBytes,
    followRedirects: false,
    perMessageDeflate: true,
  });
  let failed: string | undefined;
  let done = () => {};
  const closed = new Promise<void>((resolve) => {
    done = resolve;
  });
  const cancelTimer = room.setTimer(() => {
    if (socket.readyState === WebSocket.CONNECTING) socket.emit('error', failures.timeout());
    if (socket.readyState === WebSocket.CONNECTING) socket.terminate();
  }, timeoutMs);
  const abort = () => socket.terminate();
  task.signal.addEventListener('abort', abort, { once: true });

  socket.on('upgrade', (answer) => {
    const header: Record<string, string> = {};
    for (const [name, value] of Object.entries(answer.headers)) header[name] = String(value);
    task.emit('open', { header });
  });
  socket.on('open', cancelTimer);
  socket.on('message', (data: Buffer, binary: boolean) => {
    count({ receivedBytes: data.length });
    const sent = task.emitPaced('message', binary ? { base64: data.toString('base64') } : { text: data.toString() });
    // The program has not taken what it was sent: the server waits.
    socket.pause();
    void sent.then(() => socket.resume());
  });
  socket.on('error', (error) => {
    if (failed !== undefined || task.signal.aborted) return;
    failed = failureOf(error).reason;
    count({ failed: 1 });
    task.emit('error', { errMsg: failed });
  });
  socket.on('close', (code, reason) => {
    cancelTimer();
    task.signal.removeEventListener('abort', abort);
    // 1006: it was never a closing handshake.
    task.emit('close', { code, reason: reason.toString() || (failed ?? '') });
    done();
  });
  return {
    send(given) {
      const parsed = v.safeParse(message, given);
      if (!parsed.success || socket.readyState !== WebSocket.OPEN) return;
      const data = 'text' in parsed.output ? parsed.output.text : Buffer.from(parsed.output.base64, 'base64');
      count({ sentBytes: data.length });
      socket.send(data, (error) => {
        if (error) socket.emit('error', error);
      });
      if (socket.bufferedAmount > waitingBytes) socket.terminate();
    },
    close(code, reason) {
      // Only these may be said; 1000 stands for any other.
      socket.close(code === 1000 || (code >= 3000 && code <= 4999) ? code : 1000, reason.slice(0, 40));
    },
    closed,
  };
}
