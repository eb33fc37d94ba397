/** What only the connection may say, and `Referer`, which WeChat does not let programs set either. */
const ours = new Set([
  'accept-encoding',
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'proxy-authorization',
  'proxy-connection',
  'referer',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);
const name = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
const mostHeaders = 100;

/** A program's headers as they may be sent; what is no header is left out. */
export function outgoingHeaders(given: Readonly<Record<string, string>>): Record<string, string> {
  const headers: [string, string][] = [];
  for (const [key, value] of Object.entries(given).slice(0, mostHeaders)) {
    const lower = key.toLowerCase();
    // A line break would begin another header; what is above Latin-1 cannot be sent at all.
    if (!name.test(key) || ours.has(lower) || lower.startsWith('sec-') || !/^[\t\x20-\x7e\x80-\xff]*$/.test(value))
      continue;
    headers.push([key, value.trim()]);
  }
  return Object.fromEntries(headers);
}

export function headerOf(headers: Readonly<Record<string, string>>, wanted: string): string | undefined {
  return Object.entries(headers).find(([key]) => key.toLowerCase() === wanted)?.[1];
}
