import type { MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { Secrets } from './secrets/index.ts';

/** What may be said about an event: enough to find a fault, nothing about a person. */
export interface LogEntry {
  readonly event: string;
  /** Becomes a pseudonym that is the same for the same user in one deployment, and says nothing elsewhere. */
  readonly user?: string | undefined;
  readonly app?: string | undefined;
  readonly code?: string | undefined;
  readonly status?: number | undefined;
  readonly ms?: number | undefined;
  /** The pattern of the route, never the address itself: that may hold numbers and codes. */
  readonly route?: string | undefined;
}

export type Log = (entry: LogEntry) => void;

/** One JSON document a line, with the fields named above and no others: what is handed in beyond them is dropped. */
export function createLog(write: (line: string) => void, secrets: Secrets, now: () => number): Log {
  return ({ event, user, app, code, status, ms, route }) => {
    const who = user === undefined ? undefined : secrets.mac('log', user).slice(0, 12);
    write(`${JSON.stringify({ at: new Date(now()).toISOString(), event, who, app, code, status, ms, route })}\n`);
  };
}

/** One entry a request: the pattern of its route, never the address it came with. */
export function logRequests(log: Log, now: () => number): MiddlewareHandler {
  return async (context, next) => {
    const started = now();
    await next();
    // Middleware matches too, by patterns with a star.
    const route = matchedRoutes(context).findLast(({ path }) => !path.endsWith('*'))?.path;
    log({ event: 'request', route, status: context.res.status, ms: now() - started });
  };
}
