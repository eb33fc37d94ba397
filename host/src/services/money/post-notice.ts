import { lookup } from 'node:dns';
import { type RequestOptions, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isInside } from '../http/inside-addresses.ts';
import type { PostNotice } from './notices.ts';

const timeoutMs = 5_000;

/**
 * Posts over https to public addresses. The address that is judged is the one that is called: names are looked up once,
 * in the connection itself. Redirects are answers like others, and not followed.
 *
 * @param allowLoopback also http to this machine: for development, where the merchant's server runs beside
 */
export function createPostNotice({ allowLoopback }: { readonly allowLoopback: boolean }): PostNotice {
  return (url, headers, body) => {
    const { protocol, hostname } = new URL(url);
    const local = allowLoopback && (hostname === 'localhost' || hostname === '127.0.0.1');
    if (protocol !== 'https:' && !(local && protocol === 'http:')) return Promise.reject(new Error('https is needed'));
    const bare = hostname.replace(/^\[|\]$/g, '');
    if (!local && isIP(bare) !== 0) return Promise.reject(new Error('a name is needed, not an address'));
    const options: RequestOptions = { method: 'POST', headers: { ...headers }, timeout: timeoutMs };
    return send(
      protocol === 'https:' ? requestHttps : requestHttp,
      url,
      local ? options : { ...options, lookup: publicOnly },
      body,
    );
  };
}

function send(start: typeof requestHttp, url: string, options: RequestOptions, body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = start(url, options, (answer) => {
      // What it says beyond its status is of no interest, however much it is.
      answer.destroy();
      resolve(answer.statusCode ?? 0);
    });
    request.on('timeout', () => request.destroy(new Error('no answer in time')));
    request.on('error', reject);
    request.end(body);
  });
}

const publicOnly: LookupFunction = (hostname, options, found) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    const [first] = addresses ?? [];
    if (error !== null || first === undefined) found(error ?? new Error(`${hostname} has no address`), '', 0);
    else if (addresses.some(({ address }) => isInside(address))) {
      found(new Error(`${hostname} is an inside address`), '', 0);
    } else if (options.all) found(null, addresses);
    else found(null, first.address, first.family);
  });
};
