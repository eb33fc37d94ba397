import type { Position } from '../providers/index.ts';
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

/** A page with its query, as programs write it: `pages/order/order?id=1`. */
export function readPath(text: string): { path: string; query: Record<string, string> } {
  const [path = '', search = ''] = text.replace(/^\/+/, '').split('?', 2);
  return { path, query: Object.fromEntries(new URLSearchParams(search)) };
}

/** Reads `?at=<latitude>,<longitude>` of the shell's address: where the phone is, in development. */
export function readPosition(search: string): Position | undefined {
  const found = /^(-?\d{1,2}(?:\.\d+)?),(-?\d{1,3}(?:\.\d+)?)$/.exec(new URLSearchParams(search).get('at') ?? '');
  const [latitude, longitude] = [Number(found?.[1] ?? Number.NaN), Number(found?.[2] ?? Number.NaN)];
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : undefined;
}
