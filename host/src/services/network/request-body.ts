import type { Json } from '@terrarium/runtime/protocol';

/** What a program gave as `data`: bytes as base64, anything else as it is. */
export type RequestData =
  | { readonly kind: 'none' }
  | { readonly kind: 'bytes'; readonly base64: string }
  | { readonly kind: 'value'; readonly value: Json };

export interface EncodedRequest {
  readonly url: URL;
  readonly body: Uint8Array | undefined;
}

const withoutBody = new Set(['GET', 'HEAD']);

/**
 * Puts `data` where WeChat puts it: into the query for GET, as a form when the content type says so, else as JSON. A
 * text and bytes are sent as they are.
 */
export function encodeRequest(method: string, address: URL, data: RequestData, contentType: string): EncodedRequest {
  if (data.kind === 'none') return { url: address, body: undefined };
  if (withoutBody.has(method)) {
    const query = data.kind === 'bytes' ? '' : queryOf(data.value);
    if (query === '') return { url: address, body: undefined };
    const url = new URL(address);
    url.search = url.search === '' ? query : `${url.search}&${query}`;
    return { url, body: undefined };
  }
  if (data.kind === 'bytes') return { url: address, body: Buffer.from(data.base64, 'base64') };
  const { value } = data;
  if (typeof value === 'string') return { url: address, body: Buffer.from(value) };
  const text = /^application\/x-www-form-urlencoded/i.test(contentType) ? queryOf(value) : JSON.stringify(value);
  return { url: address, body: Buffer.from(text) };
}

function queryOf(value: Json): string {
  if (typeof value === 'string') return value.replace(/^\?/, '');
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return '';
  return Object.entries(value)
    .map(([name, part]) => `${encodeURIComponent(name)}=${encodeURIComponent(textOf(part))}`)
    .join('&');
}

function textOf(value: unknown): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}
