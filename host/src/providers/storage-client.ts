import * as v from 'valibot';
import { answerMs } from './service-client.ts';

/** `unavailable`: the service could not be asked or failed; whether it was stored is not known. */
export type StoreOutcome = 'ok' | 'entry-limit' | 'total-limit' | 'unavailable';

/**
 * The services' storage as the shell uses it. Calls for one program are sent one after the other, in the order
 * they were made, so that nothing can overtake a write; programs do not wait for each other.
 */
export interface StorageClient {
  /** Everything a program has stored, key → JSON text, after the writes before it. Rejects when the service fails. */
  snapshot(appId: string): Promise<Readonly<Record<string, string>>>;
  /** All entries or none; `ok` means durable. */
  set(appId: string, entries: readonly (readonly [key: string, text: string])[]): Promise<StoreOutcome>;
  remove(appId: string, key: string): Promise<StoreOutcome>;
  clear(appId: string): Promise<StoreOutcome>;
}

export interface StorageClientOptions {
  readonly fetch: typeof globalThis.fetch;
  /** Bearer token of the services API. */
  readonly token: string;
  /** Origin of the API, without a slash at the end. Default: the page's own. */
  readonly address?: string | undefined;
  /** How long one request may take before it counts as failed. Default: `answerMs`. */
  readonly timeoutMs?: number | undefined;
}

/** Above this a browser refuses `keepalive`, which lets a write finish although the page is closing. */
const keepaliveBytes = 60_000;

const snapshotAnswer = v.object({ entries: v.array(v.tuple([v.string(), v.string()])) });
const limitAnswer = v.object({ limit: v.picklist(['entry', 'total']) });

export function createStorageClient(options: StorageClientOptions): StorageClient {
  const { fetch, token, address = '', timeoutMs = answerMs } = options;
  const last = new Map<string, Promise<unknown>>();

  const inOrder = <Value>(appId: string, run: () => Promise<Value>): Promise<Value> => {
    const turn = (last.get(appId) ?? Promise.resolve()).then(run, run);
    last.set(appId, turn);
    const forget = () => {
      if (last.get(appId) === turn) last.delete(appId);
    };
    turn.then(forget, forget);
    return turn;
  };
  const ask = (appId: string, path: string, method: string, body?: object): Promise<Response> => {
    const text = body === undefined ? undefined : JSON.stringify(body);
    return fetch(`${address}/api/storage/${encodeURIComponent(appId)}${path}`, {
      method,
      body: text,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      signal: AbortSignal.timeout(timeoutMs),
      // At most three bytes a character.
      keepalive: method !== 'GET' && (text?.length ?? 0) * 3 < keepaliveBytes,
    });
  };
  const write = (appId: string, path: string, method: string, body?: object): Promise<StoreOutcome> =>
    inOrder(appId, async () => {
      try {
        const answer = await ask(appId, path, method, body);
        if (answer.status === 204) return 'ok';
        if (answer.status !== 413) return 'unavailable';
        const refused = v.safeParse(limitAnswer, await answer.json());
        return refused.success && refused.output.limit === 'total' ? 'total-limit' : 'entry-limit';
      } catch {
        return 'unavailable';
      }
    });

  return {
    snapshot: (appId) =>
      inOrder(appId, async () => {
        const answer = await ask(appId, '', 'GET');
        if (!answer.ok) throw new Error(`storage answered ${answer.status}`);
        // fromEntries makes own members, so a key named __proto__ stays a key.
        return Object.fromEntries(v.parse(snapshotAnswer, await answer.json()).entries);
      }),
    set: (appId, entries) => write(appId, '', 'PUT', { entries }),
    remove: (appId, key) => write(appId, '/remove', 'POST', { key }),
    clear: (appId) => write(appId, '', 'DELETE'),
  };
}
