import type { BuiltIn } from './component.ts';
import { createMap } from './map-live.ts';
import { mapStyle } from './map-style.ts';
import { inside, makeInside } from './stand-in.ts';

const list = (names: string, why: string): Record<string, string> =>
  Object.fromEntries(names.split(' ').map((name) => [name, why]));
const ofTencent = 'This belongs to Tencent’s map service, which is not behind this map.';
const flat = 'The map lies flat, with north above.';

/**
 * A map on Leaflet: markers, lines and areas of the program over tiles of a provider that the host chose, and over a
 * plain grid without one. Positions are taken and given as they are (GCJ-02 in this format); whoever provides tiles
 * sees to it that they agree.
 */
export const map: BuiltIn = {
  tag: 'map',
  attributes: [
    ...['longitude', 'latitude', 'scale', 'min-scale', 'max-scale', 'markers', 'covers', 'polyline', 'polygons'],
    ...['circles', 'controls', 'include-points', 'show-location', 'show-scale', 'enable-zoom', 'enable-scroll'],
    ...['show-compass', 'setting'],
  ],
  events: [
    ...['tap', 'markertap', 'labeltap', 'controltap', 'callouttap', 'updated', 'regionchange', 'polylinetap'],
    ...['interpolatepoint', 'error'],
  ],
  noEffect: {
    ...list('subkey layer-style enable-satellite enable-traffic enable-building enable-poi', ofTencent),
    ...list('bind:abilitysuccess bind:abilityfail bind:authsuccess bind:poitap', ofTencent),
    ...list('rotate skew enable-3-d enable-rotate enable-overlooking enable-auto-max-overlooking', flat),
  },
  notHere: [
    ...['layer-style', 'enable-satellite', 'enable-traffic', 'enable-building', 'enable-poi'],
    ...['rotate', 'skew', 'enable-3-d', 'enable-rotate', 'enable-overlooking', 'enable-auto-max-overlooking'],
  ],
  style: mapStyle,
  build: makeInside,
  content: inside,
  create: createMap,
};
