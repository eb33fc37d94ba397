import type { WebSocket } from 'ws';
import type { Push } from './push.ts';

/** `ready`: from here on everything is told; what was before may have been missed, so ask for what is shown. */
export type PushFrame = { readonly kind: 'ready' } | Push;

/** The sockets of one process. Who is closed by us hears why by the number. */
export interface PushLines {
  add(session: { readonly id: string; readonly user: string }, socket: WebSocket): void;
  post(frame: PushFrame, user?: string): void;
  readonly size: number;
  /** Sessions with a socket here, of one person or of all. */
  sessions(user?: string): readonly string[];
  /** Closes the sockets of a session that ended, with 4401. */
  end(session: string): void;
  /** Cuts who did not answer since the last time, and asks all others. */
  beat(): void;
  /** Closes all with 1001 and waits a moment for them. */
  close(): Promise<void>;
}

/** What a shell has not taken yet before its socket is cut. It comes back, hears `ready` and asks. */
const waitingBytes = 256 * 1024;
/** Windows of one session; above it the oldest is closed with 4409. */
const mostWindows = 8;
const graceMs = 500;

interface Line {
  readonly session: string;
  readonly user: string;
  readonly socket: WebSocket;
  answered: boolean;
}

export function createPushLines(): PushLines {
  const lines = new Set<Line>();
  const of = (user: string | undefined) => [...lines].filter((line) => user === undefined || line.user === user);
  const send = ({ socket }: Line, text: string) => {
    if (socket.bufferedAmount > waitingBytes) socket.terminate();
    else socket.send(text);
  };
  return {
    add({ id, user }, socket) {
      const line: Line = { session: id, user, socket, answered: true };
      const [oldest, ...others] = [...lines].filter(({ session }) => session === id);
      if (oldest !== undefined && others.length + 1 >= mostWindows) {
        lines.delete(oldest);
        oldest.socket.close(4409, 'too many windows');
      }
      lines.add(line);
      socket.on('pong', () => {
        line.answered = true;
      });
      // Nobody has anything to say here.
      socket.on('message', () => socket.close(1008, 'nothing is expected'));
      // `close` follows.
      socket.on('error', () => undefined);
      socket.on('close', () => lines.delete(line));
    },
    post(frame, user) {
      const text = JSON.stringify(frame);
      for (const line of of(user)) send(line, text);
    },
    get size() {
      return lines.size;
    },
    sessions: (user) => [...new Set(of(user).map(({ session }) => session))],
    end(session) {
      for (const line of lines) {
        if (line.session !== session) continue;
        lines.delete(line);
        line.socket.close(4401, 'signed out');
      }
    },
    beat() {
      for (const line of lines) {
        if (!line.answered) line.socket.terminate();
        line.answered = false;
        line.socket.ping();
      }
    },
    async close() {
      const closing = [...lines].map(({ socket }) => closed(socket));
      await Promise.all(closing);
    },
  };
}

/** Says that the host goes away; who does not answer is cut. */
function closed(socket: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => socket.terminate(), graceMs);
    socket.on('close', () => {
      clearTimeout(cut);
      resolve();
    });
    socket.close(1001, 'the services stop');
  });
}
