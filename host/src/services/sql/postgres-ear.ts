import pg from 'pg';
import type { Listeners } from './listeners.ts';

/** PostgreSQL delivers what is told here with the commit, to every process, in the order of commits. */
export const channel = 'terrarium_told';
const firstPauseMs = 100;
const longestPauseMs = 5_000;

/**
 * Listens on a connection of its own, not one of the pool: what is told comes only to the connection that asked for it.
 * It breaks with the server and is opened anew, for as long as it takes. Behind a pooler it needs session mode.
 */
export function openPostgresEar(url: string, listeners: Listeners): { close(): Promise<void> } {
  let closed = false;
  let pauseMs = firstPauseMs;
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let opening = Promise.resolve();

  const connect = async (): Promise<void> => {
    const own = new pg.Client({ connectionString: url, keepAlive: true, keepAliveInitialDelayMillis: 10_000 });
    client = own;
    let broken = false;
    const again = (): void => {
      if (broken) return;
      broken = true;
      listeners.interrupted();
      own.end().catch(() => undefined);
      if (closed) return;
      timer = setTimeout(() => {
        opening = connect();
      }, pauseMs);
      timer.unref();
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
    };
    own.on('error', again);
    own.on('end', again);
    own.on('notification', ({ payload = '' }) => listeners.hear(payload));
    try {
      await own.connect();
      await own.query(`listen ${channel}`);
      pauseMs = firstPauseMs;
      if (!broken) listeners.ready();
    } catch {
      again();
    }
  };
  opening = connect();
  return {
    async close() {
      closed = true;
      clearTimeout(timer);
      await opening;
      await client?.end().catch(() => undefined);
    },
  };
}
