import type * as Leaflet from 'leaflet';
import type { CallOutcome, Json } from '../../protocol/index.ts';
import { textOf } from '../../view/index.ts';
import { isOn, isRecord, numberOf } from '../flags.ts';
import { done, refused } from '../outcome.ts';
import type { ComponentContext } from './component.ts';
import type { DrawnMap } from './map-live.ts';
import type { Pin } from './map-pins.ts';
import { metresBetween, type Place, readPlace, readPlaces, readThings, type Thing, toPair } from './map-reading.ts';
import { drawArc } from './map-shapes.ts';

type Method = (given: Thing) => CallOutcome | Promise<CallOutcome>;

const longestMs = 600_000;

/** `MapContext`, on a map that is drawn. A method that is not known gives undefined. */
export function createMapMethods(
  drawn: DrawnMap,
  context: ComponentContext,
  gone: () => boolean,
): (method: string, params: Json) => CallOutcome | Promise<CallOutcome> | undefined {
  const { leaflet, map, pins } = drawn;
  const { clock } = context;
  const arcs = new Map<number, Leaflet.Layer>();
  const overlays = new Map<number, Leaflet.ImageOverlay>();

  const place = ({ lat, lng }: Leaflet.LatLng): Record<string, Json> => ({ latitude: lat, longitude: lng });
  const bounds = (given: Thing): Leaflet.LatLngBounds | undefined => {
    const [low, high] = [readPlace(given.southwest), readPlace(given.northeast)];
    return low && high && leaflet.latLngBounds(toPair(low), toPair(high));
  };
  const pinOf = (given: Thing): Pin | undefined => pins.get(numberOf(given.markerId, Number.NaN));
  const noMarker = (given: Thing): CallOutcome => refused(`fail there is no marker ${textOf(given.markerId)}`);

  /** Moves a marker over `path`; another motion of the same marker, or its end, ends it. */
  const motions = new Map<Pin, () => void>();
  const move = (pin: Pin, path: readonly Place[], durationMs: number, turns: boolean): Promise<void> => {
    motions.get(pin)?.();
    const lengths = path.slice(1).map((to, index) => metresBetween(path[index] ?? to, to));
    const whole = lengths.reduce((sum, length) => sum + length, 0);
    return new Promise((resolve) => {
      const began = clock.now();
      let cancel = (): void => undefined;
      const end = (): void => {
        cancel();
        motions.delete(pin);
        resolve();
      };
      motions.set(pin, end);
      const step = (): void => {
        if (gone() || pins.get(pin.id) !== pin) {
          end();
          return;
        }
        const share = durationMs <= 0 ? 1 : Math.min(1, (clock.now() - began) / durationMs);
        let left = whole * share;
        let piece = 0;
        while (piece < lengths.length - 1 && left > (lengths[piece] ?? 0)) {
          left -= lengths[piece] ?? 0;
          piece += 1;
        }
        const [from, to] = [path[piece], path[piece + 1]];
        if (!from || !to) {
          end();
          return;
        }
        const part = Math.min(1, left / Math.max(1e-9, lengths[piece] ?? 0));
        pin.place = {
          latitude: from.latitude + (to.latitude - from.latitude) * part,
          longitude: from.longitude + (to.longitude - from.longitude) * part,
        };
        if (turns) pin.turn(bearing(from, to));
        pin.marker.setLatLng(toPair(pin.place));
        drawn.callouts.place();
        context.emit('interpolatepoint', {
          ...{ markerId: pin.id, animationStatus: share < 1 ? 'interpolating' : 'complete' },
          ...pin.place,
        });
        if (share < 1) cancel = clock.frame(step);
        else end();
      };
      step();
    });
  };

  const writeOverlay = async (given: Thing): Promise<CallOutcome> => {
    const id = numberOf(given.id, Number.NaN);
    const area = isRecord(given.bounds) ? bounds(given.bounds) : undefined;
    const src = textOf(given.src).trim();
    if (Number.isNaN(id) || !area || src === '') return refused('fail an overlay needs id, src and bounds');
    const url = await context.asset(src).catch(() => '');
    if (gone()) return refused('fail the map is gone');
    if (url === '') return refused(`fail ${src.slice(0, 200)} cannot be loaded`);
    overlays.get(id)?.remove();
    const overlay = leaflet.imageOverlay(url, area, {
      opacity: given.visible === undefined || isOn(given.visible) ? numberOf(given.opacity, 1) : 0,
      zIndex: numberOf(given.zIndex, 1),
    });
    overlays.set(id, overlay.addTo(map));
    return done();
  };

  const methods: ReadonlyMap<string, Method> = new Map<string, Method>([
    ['getCenterLocation', () => done(place(map.getCenter()))],
    ['getScale', () => done({ scale: map.getZoom() })],
    ['getRotate', () => done({ rotate: 0 })],
    ['getSkew', () => done({ skew: 0 })],
    [
      'getRegion',
      () => {
        const shown = map.getBounds();
        return done({ southwest: place(shown.getSouthWest()), northeast: place(shown.getNorthEast()) });
      },
    ],
    [
      'moveToLocation',
      async (given) => {
        const to = readPlace(given) ?? (await drawn.here.place());
        if (!to || gone()) return refused('fail where the device is, is not known', 'NOT_SUPPORTED');
        drawn.moved(() => map.panTo(toPair(to), { animate: false }));
        return done();
      },
    ],
    [
      'includePoints',
      (given) => {
        const points = readPlaces(given.points).map(toPair);
        if (points.length === 0) return refused('fail points should be a list of places');
        const padding = Array.isArray(given.padding) ? given.padding.map((one: Json) => numberOf(one, 0)) : [];
        const [top = 0, right = top, bottom = top, left = right] = padding;
        drawn.moved(() =>
          map.fitBounds(leaflet.latLngBounds(points), {
            paddingTopLeft: [left, top],
            paddingBottomRight: [right, bottom],
            animate: false,
          }),
        );
        return done();
      },
    ],
    [
      'addMarkers',
      (given) => {
        if (isOn(given.clear)) for (const id of [...pins.keys()]) drawn.removePin(id);
        drawn.addPins(readThings(given.markers));
        return done();
      },
    ],
    [
      'removeMarkers',
      (given) => {
        for (const id of Array.isArray(given.markerIds) ? given.markerIds : [])
          drawn.removePin(numberOf(id, Number.NaN));
        drawn.gather();
        return done();
      },
    ],
    [
      'translateMarker',
      async (given) => {
        const [pin, to] = [pinOf(given), readPlace(given.destination)];
        if (!pin || !to) return pin ? refused('fail destination should be a place') : noMarker(given);
        const durationMs = Math.min(longestMs, numberOf(given.duration, 1_000));
        const turns = given.autoRotate === undefined || isOn(given.autoRotate);
        if (!turns) pin.turn(numberOf(given.rotate, pin.rotation));
        await move(pin, [pin.place, to], durationMs, turns);
        return done();
      },
    ],
    [
      'moveAlong',
      async (given) => {
        const [pin, path] = [pinOf(given), readPlaces(given.path)];
        if (!pin || path.length === 0) return pin ? refused('fail path should be a list of places') : noMarker(given);
        const durationMs = Math.min(longestMs, numberOf(given.duration, 0));
        await move(pin, [pin.place, ...path], durationMs, given.autoRotate === undefined || isOn(given.autoRotate));
        return done();
      },
    ],
    [
      'setCenterOffset',
      (given) => {
        const [x = 0.5, y = 0.5] = Array.isArray(given.offset)
          ? given.offset.map((one: Json) => numberOf(one, 0.5))
          : [];
        const size = map.getSize();
        drawn.moved(() => map.panBy([(0.5 - x) * size.x, (0.5 - y) * size.y], { animate: false }));
        return done();
      },
    ],
    [
      'toScreenLocation',
      (given) => {
        const at = readPlace(given);
        if (!at) return refused('fail latitude and longitude should be numbers');
        const { x, y } = map.latLngToContainerPoint(toPair(at));
        return done({ x, y });
      },
    ],
    [
      'fromScreenLocation',
      (given) => done(place(map.containerPointToLatLng([numberOf(given.x, 0), numberOf(given.y, 0)]))),
    ],
    [
      'setBoundary',
      (given) => {
        const area = bounds(given);
        if (!area) return refused('fail southwest and northeast should be places');
        drawn.moved(() => map.setMaxBounds(area));
        return done();
      },
    ],
    [
      'setLocMarkerIcon',
      (given) => {
        drawn.here.setIcon(textOf(given.iconPath).trim());
        return done();
      },
    ],
    [
      'initMarkerCluster',
      (given) => {
        drawn.clusters.configure(given);
        drawn.gather();
        return done();
      },
    ],
    [
      'on',
      (given) => {
        drawn.listen(textOf(given.event), numberOf(given.listener, 0));
        return done();
      },
    ],
    [
      'addArc',
      (given) => {
        const arc = drawArc(leaflet, given);
        if (!arc) return refused('fail an arc needs start and end');
        const id = numberOf(given.id, 0);
        arcs.get(id)?.remove();
        arcs.set(id, arc.addTo(map));
        return done();
      },
    ],
    [
      'removeArc',
      (given) => {
        arcs.get(numberOf(given.id, 0))?.remove();
        arcs.delete(numberOf(given.id, 0));
        return done();
      },
    ],
    ['addGroundOverlay', writeOverlay],
    ['updateGroundOverlay', writeOverlay],
    [
      'removeGroundOverlay',
      (given) => {
        overlays.get(numberOf(given.id, Number.NaN))?.remove();
        overlays.delete(numberOf(given.id, Number.NaN));
        return done();
      },
    ],
  ]);
  return (method, params) => methods.get(method)?.(isRecord(params) ? params : {});
}

/** Degrees clockwise from north, as a marker that looks up is turned. */
function bearing(from: Place, to: Place): number {
  const narrow = Math.cos((from.latitude * Math.PI) / 180);
  const east = (to.longitude - from.longitude) * narrow;
  return (Math.atan2(east, to.latitude - from.latitude) * 180) / Math.PI;
}
