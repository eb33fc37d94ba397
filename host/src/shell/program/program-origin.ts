/** Where one program's player and package are served: an origin, and so a process, of its own. */
export function programOrigin(appId: string): string {
  const { protocol, port } = globalThis.location;
  return `${protocol}//${appId}.localhost${port === '' ? '' : `:${port}`}`;
}
