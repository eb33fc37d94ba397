import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { FileChange, FileEntry, Json } from '@terrarium/runtime/protocol';
import { WebSocketServer } from 'ws';
import type { Files } from '../files/index.ts';
import type { NetworkProgram, Resolve } from './address-rules.ts';
import { createProgramLine, networkLimits } from './program-line.ts';
import type { ServerFrame, TaskName } from './task-params.ts';
import { createTaskQueue } from './task-queue.ts';
import { createUsageCounters } from './usage.ts';

export type Answer = (request: IncomingMessage, response: ServerResponse, body: Buffer) => void;

/** A server on loopback with an answer for each path; `/echo` on a socket says everything back. */
export async function serveAnswers(answers: Readonly<Record<string, Answer>>) {
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const answer = answers[new URL(request.url ?? '/', 'http://x').pathname];
      if (answer === undefined) response.writeHead(404).end('nothing here');
      else answer(request, response, Buffer.concat(pieces));
    });
  });
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (socket) => {
    socket.on('message', (data, binary) => socket.send(data, { binary }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      for (const client of sockets.clients) client.terminate();
      sockets.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

export const developed: NetworkProgram = { development: true, domains: {}, app: {} };

/** Files as a list, as far as the network writes and reads them. */
export function memoryFiles(): Files & { readonly kept: Map<string, Buffer> } {
  const kept = new Map<string, Buffer>();
  const one = (change: FileChange) => {
    if (change.do === 'remove') kept.delete(change.path);
    if (change.do === 'move') {
      kept.set(change.to, kept.get(change.path) ?? Buffer.alloc(0));
      kept.delete(change.path);
    }
  };
  return {
    kept,
    list: async () => [],
    async stat(_owner, path): Promise<FileEntry | undefined> {
      const bytes = kept.get(path);
      return bytes && { path, directory: false, size: bytes.length, modified: 0 };
    },
    read: async (_owner, path, from, length) => kept.get(path)?.subarray(from, from + length),
    async change(_owner, changes) {
      for (const change of changes) one(change);
      return 'ok';
    },
    async write(_owner, path, _at, bytes) {
      kept.set(path, Buffer.concat([kept.get(path) ?? Buffer.alloc(0), bytes]));
      return 'ok';
    },
    used: async () => 0,
    sweep: async () => undefined,
  };
}

export interface LineOptions {
  readonly program?: NetworkProgram;
  readonly resolve?: Resolve;
  readonly closedPorts?: readonly number[];
  readonly route?: (url: URL) => Promise<URL | undefined>;
}

/** One program's line, with a clock that only the test moves. */
export function openLine({ program = developed, resolve, closedPorts = [], route }: LineOptions = {}) {
  const frames: ServerFrame[] = [];
  const listeners = new Set<() => void>();
  const timers = new Set<{ readonly at: number; readonly run: () => void }>();
  const files = memoryFiles();
  const usage = createUsageCounters(() => 5);
  const queue = createTaskQueue(networkLimits.atOnce);
  let now = 0;
  let lastId = 0;
  const line = createProgramLine(
    {
      ...{ owner: { user: 'u', app: 'demo' }, program, files, usage, queue },
      resolve: resolve ?? (async () => [{ address: '127.0.0.1', family: 4 }]),
      closedPorts: new Set(closedPorts),
      route,
      now: () => now,
      setTimer(run, delayMs) {
        const timer = { at: now + delayMs, run };
        timers.add(timer);
        return () => void timers.delete(timer);
      },
    },
    (frame) => {
      frames.push(frame);
      for (const hear of listeners) hear();
    },
  );
  const until = <Found>(find: (frame: ServerFrame) => Found | undefined): Promise<Found> =>
    new Promise((resolve) => {
      const look = () => {
        for (const frame of frames) {
          const found = find(frame);
          if (found === undefined) continue;
          listeners.delete(look);
          resolve(found);
          return;
        }
      };
      listeners.add(look);
      look();
    });
  return {
    line,
    frames,
    files,
    usage,
    queue,
    start(name: TaskName, params: Json): number {
      lastId += 1;
      line.receive({ kind: 'start', id: lastId, name, params });
      return lastId;
    },
    signal: (id: number, signal: string, data: Json = null) => line.receive({ kind: 'signal', id, signal, data }),
    /** How a task ended. */
    end: (id: number) =>
      until((frame) => (frame.id === id && (frame.kind === 'result' || frame.kind === 'failure') ? frame : undefined)),
    event: (id: number, event: string) =>
      until((frame) => (frame.id === id && frame.kind === 'event' && frame.event === event ? frame.data : undefined)),
    events: (id: number, event: string) =>
      frames.flatMap((frame) =>
        frame.id === id && frame.kind === 'event' && frame.event === event ? [frame.data] : [],
      ),
    over: (id: number) => until((frame) => (frame.id === id && frame.kind === 'over' ? true : undefined)),
    pass(ms: number) {
      now += ms;
      for (const timer of [...timers]) {
        if (timer.at > now) continue;
        timers.delete(timer);
        timer.run();
      }
    },
  };
}

/** A request with everything at its usual. */
export const asking = (url: string, more: { readonly [key: string]: Json } = {}): Json => ({
  ...{ url, method: 'GET', header: {}, data: { kind: 'none' }, responseType: 'text', enableChunked: false },
  redirect: 'follow',
  ...more,
});
