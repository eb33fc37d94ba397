import type { Json } from '../../protocol/index.ts';
import { isRecord, numberOf } from '../flags.ts';

/** A place as the format writes it. The earth's poles are beyond what the projection shows. */
export interface Place {
  readonly latitude: number;
  readonly longitude: number;
}

const mostPlaces = 10_000;
const mostThings = 2_000;

export function readPlace(given: Json | undefined): Place | undefined {
  if (!isRecord(given)) return undefined;
  const latitude = numberOf(given.latitude, Number.NaN);
  const longitude = numberOf(given.longitude, Number.NaN);
  if (Number.isNaN(latitude) || Number.isNaN(longitude)) return undefined;
  return { latitude: Math.min(85.05, Math.max(-85.05, latitude)), longitude };
}

/** Those that are places; no more than a map can draw. */
export function readPlaces(given: Json | undefined): readonly Place[] {
  if (!Array.isArray(given)) return [];
  return given.slice(0, mostPlaces).flatMap((one: Json) => readPlace(one) ?? []);
}

export type Thing = { readonly [name: string]: Json };

/** Objects of a list: markers, lines, areas. */
export function readThings(given: Json | undefined): readonly Thing[] {
  return Array.isArray(given) ? given.slice(0, mostThings).filter(isRecord) : [];
}

export const toPair = ({ latitude, longitude }: Place): [number, number] => [latitude, longitude];

/** Metres between two places on a round earth. */
export function metresBetween(from: Place, to: Place): number {
  const radians = Math.PI / 180;
  const [a, b] = [from.latitude * radians, to.latitude * radians];
  const half = Math.sin(((to.latitude - from.latitude) * radians) / 2) ** 2;
  const across = Math.cos(a) * Math.cos(b) * Math.sin(((to.longitude - from.longitude) * radians) / 2) ** 2;
  return 2 * 6_378_137 * Math.asin(Math.min(1, Math.sqrt(half + across)));
}
