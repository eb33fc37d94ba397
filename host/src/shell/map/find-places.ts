import { addressLine } from '../account/address-line.ts';
import type { KeptAddress } from '../account/addresses.ts';
import type { MapPoint } from './map-picture.ts';

/** `30.25, 120.16`: degrees north and east, as maps write them. */
export function readCoordinates(text: string): MapPoint | undefined {
  const found = /^\s*([+-]?\d{1,2}(?:\.\d+)?)\s*[,，;\s]\s*([+-]?\d{1,3}(?:\.\d+)?)\s*$/.exec(text);
  if (!found) return undefined;
  const [latitude, longitude] = [Number(found[1]), Number(found[2])];
  return Math.abs(latitude) <= 85 && Math.abs(longitude) <= 180 ? { latitude, longitude } : undefined;
}

/** As people read coordinates. */
export const writeCoordinates = ({ latitude, longitude }: MapPoint): string =>
  `${Number(latitude.toFixed(5))}, ${Number(longitude.toFixed(5))}`;

/** The addresses that have every word of the search somewhere in them. */
export function findAddresses(book: readonly KeptAddress[], search: string): readonly KeptAddress[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  return book.filter((address) => {
    const text = `${address.userName} ${addressLine(address)}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
