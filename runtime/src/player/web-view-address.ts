import type { Manifest } from '../protocol/manifest.ts';
import type { WebView } from './screen.ts';

type Policy = Pick<Manifest, 'development' | 'domains'>;

/** Under this name a program's `terrarium.json` lists, below `domains`, the hosts whose pages it shows. */
const kind = 'webView';

/**
 * Whether a `web-view` may show `src`: an https page of a host that the program declares. A program in development
 * may show any page of another origin. `home` is the player's own origin, which no web page may share.
 */
export function webViewAddress(src: string, { development, domains }: Policy, home: string): WebView['address'] {
  const text = src.trim().slice(0, 8_192);
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return { refused: `${text.slice(0, 200)}: this is no web address.` };
  }
  const shown = `${url.protocol}//${url.host}`;
  if (url.protocol !== 'https:' && !(development && url.protocol === 'http:')) {
    return { refused: `${shown}: only https pages are shown.` };
  }
  if (url.username !== '' || url.password !== '') return { refused: `${shown}: an address with a name or password.` };
  if (sharesSite(url, home)) return { refused: `${shown}: this address belongs to the host of the program.` };
  if (development) return { url: url.href };
  const declared = Object.hasOwn(domains, kind) ? (domains[kind] ?? []) : [];
  if (declared.some((one) => originOf(one) === url.origin)) return { url: url.href };
  return { refused: `${shown}: not among the program’s ${kind} domains.` };
}

/** The player, the host around it and all other programs live on names of one loopback port. */
function sharesSite(url: URL, home: string): boolean {
  if (!URL.canParse(home)) return false;
  const own = new URL(home);
  if (url.host === own.host) return true;
  const local = /(?:^|\.)localhost$|^127\.|^\[::1\]$|^0\.0\.0\.0$/;
  return url.port === own.port && local.test(url.hostname) && local.test(own.hostname);
}

/** `example.com` and `https://example.com/` mean the same. */
function originOf(declared: string): string | undefined {
  const text = /^[a-z]+:\/\//i.test(declared) ? declared : `https://${declared}`;
  return URL.canParse(text) ? new URL(text).origin : undefined;
}
