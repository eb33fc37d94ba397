import type { Context, MiddlewareHandler } from 'hono';

/**
 * Lets bodies of at most so many bytes pass, however they are sent; `refuse` answers the others, at the first byte too many.
 * A body that breaks off is refused the same way: its sender has gone or speaks no HTTP, and it is no fault of ours.
 *
 * Hono's own does not measure chunked bodies behind Node's server: it makes a new request of one that is none of the
 * platform's, and that throws.
 */
export function capBody(mostBytes: number, refuse: (context: Context) => Response): MiddlewareHandler {
  return async (context, next) => {
    const { raw, method } = context.req;
    if (method === 'GET' || method === 'HEAD') return next();
    const length = context.req.header('content-length');
    if (length !== undefined && context.req.header('transfer-encoding') === undefined) {
      // Node reads no byte more than this.
      return Number(length) > mostBytes ? refuse(context) : next();
    }
    if (raw.body === null) return next();
    const bytes = await read(raw.body, mostBytes);
    if (bytes === undefined) return refuse(context);
    const body = bytes.length === 0 ? null : new Blob([bytes]);
    context.req.raw = new Request(raw.url, { method, headers: raw.headers, body });
    return next();
  };
}

async function read(body: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return new Uint8Array(Buffer.concat(pieces));
      size += value.length;
      if (size > most) break;
      pieces.push(value);
    }
  } catch {
    return undefined;
  }
  // What comes after is read by nobody.
  reader.cancel().catch(() => undefined);
  return undefined;
}
