import { type ClientRequest, type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { AddressRules } from './address-rules.ts';
import { connectionFailure, failures } from './network-failure.ts';

/** One exchange over HTTP, redirects included. */
export interface ExchangeOptions {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** Sent in pieces, so that a large one can be followed. */
  readonly body?: readonly Uint8Array[] | undefined;
  readonly redirect: 'follow' | 'manual';
  /** Most bytes of an answer, unpacked. */
  readonly limitBytes: number;
  readonly rules: AddressRules;
  /** Ends it; its reason is what this rejects with. */
  readonly signal: AbortSignal;
  /** The last hop has begun to answer. */
  readonly onHead?: ((head: Head) => void) | undefined;
  /** A piece of the answer; what it returns is waited for, so a slow taker slows the sender. */
  readonly onData?: ((bytes: Uint8Array, head: Head) => Promise<void> | void) | undefined;
  /** So many bytes of the body have left. */
  readonly onSent?: ((bytes: number) => void) | undefined;
}

export interface Head {
  readonly statusCode: number;
  /** As they came: WeChat gives names as servers write them. */
  readonly header: Readonly<Record<string, string>>;
  readonly cookies: readonly string[];
  /** `content-length` of an answer that is not packed. */
  readonly length: number | undefined;
  readonly url: string;
}

const mostRedirects = 20;
const redirects = new Set([301, 302, 303, 307, 308]);

/** Resolves when the answer has come to its end. Rejects with NetworkFailure, or what Node says of the connection. */
export async function exchange(options: ExchangeOptions): Promise<Head> {
  let { method, url, body } = options;
  let headers = { ...options.headers };
  for (let hop = 0; ; hop += 1) {
    const refusal = options.rules.judge(url);
    if (refusal !== undefined) throw refusal;
    const answer = await send({ ...options, method, url, headers, body });
    const head = headOf(answer, url);
    const location = answer.headers.location;
    if (!redirects.has(head.statusCode) || location === undefined || options.redirect === 'manual') {
      await receive(answer, head, options);
      return head;
    }
    // What a redirect says beyond its address nobody reads.
    answer.destroy();
    if (hop === mostRedirects) throw connectionFailure('TOO_MANY_REDIRECTS');
    if (!URL.canParse(location, url)) throw failures.invalidUrl(location);
    const next = new URL(location, url);
    if (next.origin !== url.origin) headers = without(headers, ['authorization', 'cookie']);
    const becomesGet = head.statusCode === 303 ? method !== 'HEAD' : head.statusCode < 303 && method === 'POST';
    if (becomesGet) {
      method = 'GET';
      body = undefined;
      headers = without(headers, ['content-type', 'content-length']);
    }
    url = next;
  }
}

type Hop = ExchangeOptions & { readonly headers: Readonly<Record<string, string>> };

async function send({ method, url: asked, headers, body, rules, signal, onSent }: Hop): Promise<IncomingMessage> {
  const url = (await rules.route(asked)) ?? asked;
  const start = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(signal.reason);
      return;
    }
    // A connection of its own for each hop: none is shared between programs, and each address is judged.
    const request = start(url, { method, headers: { ...headers }, lookup: rules.lookup, agent: false });
    const abort = () => request.destroy(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    request.on('close', () => signal.removeEventListener('abort', abort));
    request.on('response', resolve);
    request.on('error', reject);
    write(request, body ?? [], onSent).catch(reject);
  });
}

async function write(
  request: ClientRequest,
  body: readonly Uint8Array[],
  onSent: ExchangeOptions['onSent'],
): Promise<void> {
  for (const piece of body) {
    if (request.destroyed) return;
    await new Promise<void>((resolve, reject) => {
      request.write(piece, (error) => (error ? reject(error) : resolve()));
    });
    onSent?.(piece.length);
  }
  request.end();
}

async function receive(answer: IncomingMessage, head: Head, options: ExchangeOptions): Promise<void> {
  options.onHead?.(head);
  const { signal, limitBytes } = options;
  const abort = () => answer.destroy(signal.reason);
  if (signal.aborted) abort();
  signal.addEventListener('abort', abort, { once: true });
  try {
    if ((head.length ?? 0) > limitBytes) throw failures.tooLarge();
    let received = 0;
    for await (const piece of unpacked(answer)) {
      const bytes: Uint8Array = piece;
      received += bytes.length;
      // Counted as it comes out: a small answer may unpack to a large one.
      if (received > limitBytes) throw failures.tooLarge();
      await options.onData?.(bytes, head);
    }
    if (signal.aborted) throw signal.reason;
  } finally {
    signal.removeEventListener('abort', abort);
    answer.destroy();
  }
}

function unpacked(answer: IncomingMessage): Readable {
  const packing = answer.headers['content-encoding']?.toLowerCase();
  const unpack =
    packing === 'gzip' || packing === 'x-gzip'
      ? createGunzip()
      : packing === 'br'
        ? createBrotliDecompress()
        : packing === 'deflate'
          ? createInflate()
          : undefined;
  if (unpack === undefined) return answer;
  answer.on('error', (error) => unpack.destroy(error));
  return answer.pipe(unpack);
}

function headOf(answer: IncomingMessage, url: URL): Head {
  const header: Record<string, string> = Object.create(null);
  const { rawHeaders } = answer;
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] ?? '';
    const value = rawHeaders[at + 1] ?? '';
    header[name] = header[name] === undefined ? value : `${header[name]},${value}`;
  }
  const length = answer.headers['content-encoding'] === undefined ? answer.headers['content-length'] : undefined;
  return {
    statusCode: answer.statusCode ?? 0,
    header: { ...header },
    cookies: answer.headers['set-cookie'] ?? [],
    length: length === undefined ? undefined : Number(length),
    url: url.href,
  };
}

function without(headers: Readonly<Record<string, string>>, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name.toLowerCase())));
}
