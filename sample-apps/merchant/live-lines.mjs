import { WebSocketServer } from 'ws';

const mostBytes = 1_024;
/** Of one subject, above which the oldest gives way: a program that connects anew has left an old one behind. */
const mostLines = 8;

/**
 * Sockets on which a server tells programs what becomes of a subject: an order, a table. Programs say nothing on them.
 * `admit` gets the path and the header `authorization` of who asks, and gives the subject and what is told first.
 */
export function createLiveLines(admit) {
  const server = new WebSocketServer({ noServer: true, maxPayload: mostBytes });
  const subjects = new Map();
  const join = (subject, socket) => {
    const lines = subjects.get(subject) ?? new Set();
    subjects.set(subject, lines.add(socket));
    if (lines.size > mostLines) lines.values().next().value.close(4000, 'another line');
    socket.on('close', () => {
      lines.delete(socket);
      if (lines.size === 0) subjects.delete(subject);
    });
    socket.on('error', () => socket.terminate());
  };
  return {
    /** True: it is taken care of. */
    upgrade(request, socket, head) {
      const admitted = admit(new URL(request.url, 'http://here').pathname, request.headers.authorization);
      if (admitted === undefined) return false;
      server.handleUpgrade(request, socket, head, (opened) => {
        join(admitted.subject, opened);
        for (const message of admitted.first()) opened.send(JSON.stringify(message));
      });
      return true;
    },
    tell(subject, message) {
      const text = JSON.stringify(message);
      for (const socket of subjects.get(subject) ?? []) socket.send(text);
    },
    close() {
      for (const socket of server.clients) socket.terminate();
    },
  };
}
