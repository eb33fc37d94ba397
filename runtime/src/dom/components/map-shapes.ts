import type * as Leaflet from 'leaflet';
import type { Json } from '../../protocol/index.ts';
import { textOf } from '../../view/index.ts';
import { isOn, numberOf } from '../flags.ts';
import { readPlace, readPlaces, readThings, type Thing, toPair } from './map-reading.ts';

/** Lines of the program. `id` is what a tap tells. */
export function drawLines(
  leaflet: typeof Leaflet,
  given: Json | undefined,
): { layers: Leaflet.Layer[]; thing: Thing }[] {
  return readThings(given).flatMap((thing) => {
    const points = readPlaces(thing.points).map(toPair);
    if (points.length < 2) return [];
    const width = Math.max(1, numberOf(thing.width, 4));
    const border = numberOf(thing.borderWidth, 0);
    const dashArray = dashes(thing, width);
    const under =
      border > 0
        ? [
            leaflet.polyline(points, {
              ...colour(thing.borderColor, '#1c211e'),
              weight: width + 2 * border,
              interactive: false,
            }),
          ]
        : [];
    const parts = colourList(thing, points.length - 1);
    const lines = parts.map(({ from, to, color }) =>
      leaflet.polyline(points.slice(from, to + 1), {
        ...colour(color, '#2f7d5b'),
        weight: width,
        ...(dashArray && { dashArray }),
      }),
    );
    return [{ layers: [...under, ...lines], thing }];
  });
}

/** Stretches of one colour: `colorList` has one for each piece of the line. */
function colourList(thing: Thing, pieces: number): { from: number; to: number; color: Json | undefined }[] {
  const { colorList } = thing;
  if (!Array.isArray(colorList) || colorList.length === 0) return [{ from: 0, to: pieces, color: thing.color }];
  const stretches: { from: number; to: number; color: Json | undefined }[] = [];
  for (let piece = 0; piece < pieces; piece += 1) {
    const color = colorList[Math.min(piece, colorList.length - 1)];
    const last = stretches.at(-1);
    if (last && last.color === color) last.to = piece + 1;
    else stretches.push({ from: piece, to: piece + 1, color });
  }
  return stretches;
}

export function drawAreas(leaflet: typeof Leaflet, given: Json | undefined): Leaflet.Layer[] {
  return readThings(given).flatMap((thing) => {
    const points = readPlaces(thing.points).map(toPair);
    if (points.length < 3) return [];
    const width = numberOf(thing.strokeWidth, 1);
    return [
      leaflet.polygon(points, { ...outline(thing.strokeColor, width), ...fill(thing.fillColor), ...dashed(thing) }),
    ];
  });
}

export function drawCircles(leaflet: typeof Leaflet, given: Json | undefined): Leaflet.Layer[] {
  return readThings(given).flatMap((thing) => {
    const place = readPlace(thing);
    const radius = numberOf(thing.radius, 0);
    if (!place || radius <= 0) return [];
    const width = numberOf(thing.strokeWidth, 1);
    return [leaflet.circle(toPair(place), { radius, ...outline(thing.color, width), ...fill(thing.fillColor) })];
  });
}

/** An arc from one place to another by way of a third. */
export function drawArc(leaflet: typeof Leaflet, thing: Thing): Leaflet.Layer | undefined {
  const [start, end] = [readPlace(thing.start), readPlace(thing.end)];
  if (!start || !end) return undefined;
  const [a, b] = [toPair(start), toPair(end)];
  const pass = readPlace(thing.pass);
  const angle = (numberOf(thing.angle, 45) * Math.PI) / 180;
  const lift = Math.tan(angle / 2) / 2;
  const over: [number, number] = pass
    ? toPair(pass)
    : [(a[0] + b[0]) / 2 + (b[1] - a[1]) * lift, (a[1] + b[1]) / 2 - (b[0] - a[0]) * lift];
  // The control point of a curve that goes through `over` half-way.
  const control = [2 * over[0] - (a[0] + b[0]) / 2, 2 * over[1] - (a[1] + b[1]) / 2] as const;
  const points = Array.from({ length: 33 }, (_, step): [number, number] => {
    const t = step / 32;
    const [u, v, w] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2];
    return [u * a[0] + v * control[0] + w * b[0], u * a[1] + v * control[1] + w * b[1]];
  });
  return leaflet.polyline(points, {
    ...colour(thing.color, '#2f7d5b'),
    weight: numberOf(thing.width, 5),
    interactive: false,
  });
}

/** A colour and nothing else: as a paint, `url(…)` would be fetched. */
const paint = (given: Json | undefined, fallback: string): string => {
  const text = textOf(given).trim();
  return text !== '' && globalThis.CSS.supports('color', text) ? text : fallback;
};
const colour = (given: Json | undefined, fallback: string) => ({ color: paint(given, fallback), opacity: 1 });
const outline = (given: Json | undefined, width: number) => ({
  stroke: width > 0,
  weight: Math.max(0, width),
  interactive: false,
  ...colour(given, 'transparent'),
});
const fill = (given: Json | undefined) => ({
  fill: paint(given, '') !== '',
  fillColor: paint(given, ''),
  fillOpacity: 1,
});

function dashes(thing: Thing, width: number): number[] | undefined {
  return isOn(thing.dottedLine) ? [width * 2, width * 1.5] : undefined;
}
function dashed({ dashArray }: Thing): { dashArray?: number[] } {
  if (!Array.isArray(dashArray)) return {};
  const lengths = dashArray.slice(0, 8).map((one: Json) => Math.max(0, numberOf(one, 0)));
  return lengths.some((length) => length > 0) ? { dashArray: lengths } : {};
}
