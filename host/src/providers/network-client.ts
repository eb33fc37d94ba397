import type { ProgramTask } from '@terrarium/runtime';
import { type Json, jsonSchema } from '@terrarium/runtime/protocol';
import * as v from 'valibot';
import { answerMs } from './service-client.ts';

/** As much of a browser's `WebSocket` as a line needs. */
export interface LineSocket {
  send(text: string): void;
  close(): void;
  addEventListener(type: 'open' | 'close', listener: () => void): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

export interface NetworkClientOptions {
  readonly connect: (address: string, protocols: readonly string[]) => LineSocket;
  /** Bearer token of the services API. */
  readonly token: string;
  /** The signed-in person's token; undefined when nobody is signed in. */
  readonly session: () => string | undefined;
  /** Origin of the services with `ws:` or `wss:`. */
  readonly address: string;
  /** Returns its undo. */
  readonly setTimer: (run: () => void, delayMs: number) => () => void;
}

export type NetworkOutcome =
  | { readonly ok: true; readonly result: Json }
  | { readonly ok: false; readonly reason: string; readonly errno?: number | undefined };

/**
 * The services' network as the shell uses it: one line for each program, on which everything it has under way shares a
 * WebSocket. It opens with the first task and closes after the last.
 */
export interface NetworkClient {
  /** Resolves with the task's answer; its events and what the program wants of it go on until it ends. Never rejects. */
  run(appId: string, name: string, params: Json, task: ProgramTask): Promise<NetworkOutcome>;
}

const count = v.number();
const frameSchema = v.variant('kind', [
  v.object({ kind: v.literal('event'), id: count, event: v.string(), data: jsonSchema }),
  v.object({ kind: v.literal('result'), id: count, result: jsonSchema }),
  v.object({ kind: v.literal('failure'), id: count, reason: v.string(), errno: v.optional(v.number()) }),
  v.object({ kind: v.literal('over'), id: count }),
]);

interface Running {
  readonly name: string;
  readonly task: ProgramTask;
  readonly answer: (outcome: NetworkOutcome) => void;
}

const interrupted: NetworkOutcome = { ok: false, reason: 'interrupted', errno: 600003 };

export function createNetworkClient(options: NetworkClientOptions): NetworkClient {
  const lines = new Map<string, Line>();
  return {
    run(appId, name, params, task) {
      let line = lines.get(appId);
      if (line === undefined) {
        const made = openLine(options, appId, () => {
          if (lines.get(appId) === made) lines.delete(appId);
        });
        line = made;
        lines.set(appId, made);
      }
      return line.run(name, params, task);
    },
  };
}

interface Line {
  run(name: string, params: Json, task: ProgramTask): Promise<NetworkOutcome>;
}

function openLine(options: NetworkClientOptions, appId: string, ended: () => void): Line {
  const { connect, token, session, address, setTimer } = options;
  const signedIn = session();
  const words = ['terrarium-network', `token.${token}`, ...(signedIn === undefined ? [] : [`session.${signedIn}`])];
  const socket = connect(`${address}/api/network/${encodeURIComponent(appId)}`, words);
  const running = new Map<number, Running>();
  let waiting: string[] | undefined = [];
  let lastId = 0;

  const say = (frame: object) => {
    const text = JSON.stringify(frame);
    if (waiting === undefined) socket.send(text);
    else waiting.push(text);
  };
  const over = (id: number) => {
    running.get(id)?.task.end();
    running.delete(id);
    if (running.size > 0) return;
    ended();
    socket.close();
  };
  const interrupt = () => {
    ended();
    for (const [id, { name, task, answer }] of [...running]) {
      running.delete(id);
      answer(interrupted);
      if (name === 'connectSocket') task.emit('close', { code: 1006, reason: 'interrupted' });
      task.end();
    }
  };
  // Services that hang take the connection and never answer it.
  const opened = setTimer(() => {
    interrupt();
    socket.close();
  }, answerMs);
  socket.addEventListener('open', () => {
    opened();
    const texts = waiting ?? [];
    waiting = undefined;
    for (const text of texts) socket.send(text);
  });
  socket.addEventListener('message', ({ data }) => {
    const frame = v.safeParse(frameSchema, typeof data === 'string' ? JSON.parse(data) : undefined);
    if (!frame.success) return;
    const { output } = frame;
    const entry = running.get(output.id);
    if (entry === undefined) return;
    if (output.kind === 'event') entry.task.emit(output.event, output.data);
    else if (output.kind === 'result') entry.answer({ ok: true, result: output.result });
    else if (output.kind === 'failure') entry.answer({ ok: false, reason: output.reason, errno: output.errno });
    else over(output.id);
  });
  // The host is gone, or has ended the line.
  socket.addEventListener('close', () => {
    opened();
    interrupt();
  });
  return {
    run(name, params, task) {
      lastId += 1;
      const id = lastId;
      return new Promise((answer) => {
        running.set(id, { name, task, answer });
        say({ kind: 'start', id, name, params });
        task.onSignal((signal, data) => say({ kind: 'signal', id, signal, data }));
        task.gone.addEventListener('abort', () => say({ kind: 'signal', id, signal: 'abort', data: null }));
      });
    },
  };
}
