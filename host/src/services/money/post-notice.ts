import { lookup } from 'node:dns';
import { type RequestOptions, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import type { PostNotice } from './notices.ts';

const timeoutMs = 5_000;

/** Networks that are not the public internet: a merchant's address must not make this side call its own neighbours. */
const inside = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const) {
  inside.addSubnet(network, prefix, 'ipv4');
  inside.addSubnet(`::ffff:${network}`, 96 + prefix, 'ipv6');
}
for (const [network, prefix] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  inside.addSubnet(network, prefix, 'ipv6');
}

/** True for an address a notice may not go to. */
export const isInside = (address: string): boolean => inside.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');

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
