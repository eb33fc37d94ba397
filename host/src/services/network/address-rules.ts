import { lookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { isInside } from '../http/inside-addresses.ts';
import { connectionFailure, failures, type NetworkFailure } from './network-failure.ts';

/** What the manifest lists servers for. */
export type DomainKind = 'request' | 'socket' | 'uploadFile' | 'downloadFile';

/** As much of a manifest as the rules read. */
export interface NetworkProgram {
  readonly development: boolean;
  readonly domains: Readonly<Record<string, readonly string[]>>;
  readonly app: Readonly<Record<string, unknown>>;
}

/** Finds the addresses of a name, as `dns.lookup` with `all`. */
export type Resolve = (hostname: string) => Promise<readonly { readonly address: string; readonly family: number }[]>;

export interface AddressRules {
  /** Undefined when a program may call this address, as far as it says; asked again at each redirect. */
  judge(url: URL): NetworkFailure | undefined;
  /** For the connection: the address that is judged is the one that is called. */
  readonly lookup: LookupFunction;
  /** Where a judged address is served on this machine, in development; undefined: where it says. */
  route(url: URL): Promise<URL | undefined>;
}

/** In development: the address on this machine of the server that a program's declared domain stands for. */
export type Route = (appId: string, url: URL) => Promise<URL | undefined>;

export interface RulesOptions {
  readonly program: NetworkProgram;
  readonly kind: DomainKind;
  readonly resolve: Resolve;
  /** Ports of this machine that no program may call, in development either: the host's own. */
  readonly closedPorts: ReadonlySet<number>;
  readonly route?: AddressRules['route'] | undefined;
}

/**
 * Declared domains over https or wss, by name, at public addresses. A program in development may call any name, and
 * this machine, without encryption; its neighbours and the host's own port stay closed to it.
 */
export function createAddressRules({ program, kind, resolve, closedPorts, route }: RulesOptions): AddressRules {
  const { development } = program;
  const secure = kind === 'socket' ? 'wss:' : 'https:';
  const plain = kind === 'socket' ? 'ws:' : 'http:';
  const listed = new Set((Object.hasOwn(program.domains, kind) ? (program.domains[kind] ?? []) : []).map(originOf));
  return {
    route: route ?? (async () => undefined),
    judge(url) {
      const { protocol, hostname } = url;
      if (protocol !== secure && protocol !== plain) return failures.invalidUrl(url.href);
      const bare = hostname.replace(/^\[|\]$/g, '');
      const literal = isIP(bare) !== 0;
      const local = isLoopback(bare);
      if (!development) {
        const allowed = protocol === secure && !literal && !local && listed.has(url.host.toLowerCase());
        return allowed ? undefined : failures.notListed();
      }
      const port = url.port === '' ? (protocol === secure ? 443 : 80) : Number(url.port);
      if (local && closedPorts.has(port)) return connectionFailure('ACCESS_DENIED');
      return literal && !local && isInside(bare) ? connectionFailure('ACCESS_DENIED') : undefined;
    },
    lookup(hostname, options, found) {
      const answer = async () => {
        const addresses = await resolve(hostname);
        const [first] = addresses;
        if (first === undefined) throw Object.assign(new Error('no address'), { code: 'ENOTFOUND' });
        // A name of this machine is judged by its port above; any other name must not lead inside.
        const local = development && isLoopback(hostname);
        const refused = addresses.some(({ address }) => (local ? !isLoopback(address) : isInside(address)));
        if (refused) throw Object.assign(new Error('an inside address'), { code: 'ACCESS_DENIED' });
        return { addresses, first };
      };
      answer().then(
        ({ addresses, first }) =>
          options.all ? found(null, [...addresses]) : found(null, first.address, first.family),
        (error: unknown) => found(error instanceof Error ? error : new Error('lookup failed'), '', 0),
      );
    },
  };
}

/** `dns.lookup` of the system: the same order of addresses as everything else on this machine. */
export const systemResolve: Resolve = (hostname) =>
  new Promise((resolve, reject) => {
    lookup(hostname, { all: true }, (error, addresses) => (error === null ? resolve(addresses) : reject(error)));
  });

/** An entry of the manifest is a host, `api.example.com` or with its port; people also write the whole address. */
function originOf(entry: string): string {
  const text = entry.trim().toLowerCase();
  const url = /^[a-z]+:\/\//.test(text) ? text : `https://${text}`;
  return URL.canParse(url) ? new URL(url).host : text;
}

function isLoopback(host: string): boolean {
  const name = host.toLowerCase().replace(/\.$/, '');
  return name === 'localhost' || name.endsWith('.localhost') || name === '::1' || /^127(\.\d{1,3}){3}$/.test(name);
}
