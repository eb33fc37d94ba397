import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { AccessOptions } from '../access.ts';

/**
 * As `requireAccess`, for a WebSocket: the token, and an origin that is the shell's. A browser cannot send a header with one,
 * so what is needed comes as names of offered protocols: `protocol` itself, `token.…` and `session.…`. The status line to
 * refuse with, or undefined.
 */
export function socketRefusal(
  request: IncomingMessage,
  protocol: string,
  { token, allowOrigin }: AccessOptions,
): string | undefined {
  const given = offeredWord(request, 'token.') ?? '';
  if (offeredWord(request, protocol) === undefined || !timingSafeEqual(digest(given), digest(token)))
    return '401 Unauthorized';
  const { origin } = request.headers;
  return origin !== undefined && allowOrigin(origin) ? undefined : '403 Forbidden';
}

/** The rest of the offered protocol that begins so. */
export function offeredWord({ headers }: IncomingMessage, start: string): string | undefined {
  const offered = (headers['sec-websocket-protocol'] ?? '').split(',').map((word) => word.trim());
  return offered.find((word) => word.startsWith(start))?.slice(start.length);
}

export function turnAway(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`);
}

// Digests have one length, so comparing them tells nothing about the token's.
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
