import type { Assets } from './types.ts';

const inline = /^data:(?:image|video|audio|font)\//i;

/**
 * The address a frame may load for `path`.
 *
 * @throws Error when the host has none, or when it is of a kind that is never loaded (`javascript:`, `file:` …).
 */
export async function resolveAsset(assets: Assets, path: string, source: string): Promise<string> {
  const address = await assets.url(path, source);
  if (inline.test(address)) return address;
  const { protocol, href } = new URL(address, globalThis.document?.baseURI);
  if (protocol !== 'https:' && protocol !== 'http:' && protocol !== 'blob:') {
    throw new Error(`an address of kind ${protocol} is not loaded`);
  }
  return href;
}
