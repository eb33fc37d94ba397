import type { Launch } from './actions.ts';

export interface Link {
  readonly appId: string;
  readonly launch: Launch;
}

/** Reads `?open=<appid>&path=…&query=…&scene=…` of the shell's address; `query` is itself a query string. */
export function readLink(search: string): Link | undefined {
  const given = new URLSearchParams(search);
  const appId = given.get('open');
  if (appId === null || appId === '') return undefined;
  const scene = Number(given.get('scene') ?? Number.NaN);
  return {
    appId,
    launch: {
      path: given.get('path') ?? undefined,
      query: Object.fromEntries(new URLSearchParams(given.get('query') ?? '')),
      scene: Number.isInteger(scene) ? scene : undefined,
    },
  };
}
