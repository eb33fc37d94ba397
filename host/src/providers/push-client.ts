import { jsonSchema } from '@terrarium/runtime/protocol';
import * as v from 'valibot';

const app = v.string();
/** What the services tell, as docs/services.md says it; `ready`: something may have been missed, so ask for what is shown. */
export const toldSchema = v.variant('kind', [
  v.object({ kind: v.literal('ready') }),
  v.object({
    kind: v.literal('order'),
    app,
    prepayId: v.string(),
    outTradeNo: v.string(),
    state: v.picklist(['created', 'paid', 'refunded', 'closed']),
  }),
  v.object({ kind: v.literal('grants'), app }),
  v.object({
    kind: v.literal('money'),
    currency: v.string(),
    amount: v.number(),
    transfer: v.string(),
    cause: v.string(),
  }),
  v.object({ kind: v.literal('messages'), app }),
  v.object({ kind: v.literal('message'), app, data: jsonSchema }),
]);
export type Told = v.InferOutput<typeof toldSchema>;

/** As much of a browser's `WebSocket` as this needs. */
export interface PushSocket {
  close(): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  addEventListener(type: 'close', listener: (event: { readonly code: number }) => void): void;
}

export interface PushClientOptions {
  readonly connect: (address: string, protocols: readonly string[]) => PushSocket;
  /** Bearer token of the services API. */
  readonly token: string;
  /** Origin of the services with `ws:` or `wss:`. */
  readonly address: string;
  /** Returns its undo. */
  readonly setTimer: (run: () => void, delayMs: number) => () => void;
}

/** The socket by which the services tell a shell what changed. */
export interface PushClient {
  /**
   * Hears what is told to this session and connects again when the line breaks. `ended`: the session is over, or open in
   * too many windows; nothing is heard any more. Returns its undo.
   */
  follow(session: string, hear: (told: Told) => void, ended: () => void): () => void;
}

const firstPauseMs = 1_000;
const longestPauseMs = 30_000;
/** The session ended; it is open in too many windows. */
const forGood = new Set([4401, 4409]);

export function createPushClient({ connect, token, address, setTimer }: PushClientOptions): PushClient {
  return {
    follow(session, hear, ended) {
      let stopped = false;
      let pauseMs = firstPauseMs;
      let socket: PushSocket | undefined;
      let cancel: (() => void) | undefined;
      const open = (): void => {
        const own = connect(`${address}/api/pushes`, ['terrarium-push', `token.${token}`, `session.${session}`]);
        socket = own;
        own.addEventListener('message', ({ data }) => {
          const told = v.safeParse(toldSchema, typeof data === 'string' ? JSON.parse(data) : undefined);
          // A newer host may tell more.
          if (stopped || !told.success) return;
          pauseMs = firstPauseMs;
          hear(told.output);
        });
        own.addEventListener('close', ({ code }) => {
          if (stopped) return;
          if (forGood.has(code)) {
            stopped = true;
            ended();
            return;
          }
          cancel = setTimer(open, pauseMs);
          pauseMs = Math.min(pauseMs * 2, longestPauseMs);
        });
      };
      open();
      return () => {
        stopped = true;
        cancel?.();
        socket?.close();
      };
    },
  };
}
