import { type AppId, isAppId } from '@terrarium/runtime/protocol';

/** Which of the server's sites a request is for. */
export type Site = { readonly kind: 'shell' } | { readonly kind: 'program'; readonly appId: AppId };

/**
 * Reads a Host header. Anything but our own names is `undefined` and answered 421: a foreign name that
 * resolves to loopback (DNS rebinding) must never reach a site.
 */
export function siteOf(host: string | undefined, port: number): Site | undefined {
  if (host === undefined) return undefined;
  const suffix = `:${port}`;
  const text = host.toLowerCase();
  // Browsers leave out the port when it is HTTP's own.
  const name = text.endsWith(suffix) ? text.slice(0, -suffix.length) : port === 80 ? text : undefined;
  if (name === undefined) return undefined;
  if (name === 'localhost' || name === '127.0.0.1') return { kind: 'shell' };
  if (!name.endsWith('.localhost')) return undefined;
  const appId = name.slice(0, -'.localhost'.length);
  return isAppId(appId) ? { kind: 'program', appId } : undefined;
}
