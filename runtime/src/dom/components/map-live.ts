import type * as Leaflet from 'leaflet';
import type { Json } from '../../protocol/index.ts';
import { isElement } from '../dom-nodes.ts';
import { isOn, isRecord, numberOf } from '../flags.ts';
import type { ComponentContext, ComponentInstance } from './component.ts';
import { calloutMarker, createCallouts } from './map-callouts.ts';
import { type Clusters, createClusters } from './map-clusters.ts';
import { type Cause, watchMapGestures } from './map-gestures.ts';
import { createHereDot, type HereDot } from './map-here.ts';
import { createMapMethods } from './map-methods.ts';
import { createPin, type Pin, pinPart } from './map-pins.ts';
import { type Place, readPlace, readPlaces, readThings, type Thing, toPair } from './map-reading.ts';
import { drawAreas, drawCircles, drawLines } from './map-shapes.ts';
import { createMapTrim } from './map-trim.ts';
import { inside } from './stand-in.ts';
import { wordsFor } from './words.ts';

/** What stands in when a program says nothing: the place WeChat's own map starts with. */
const beijing: Place = { latitude: 39.92, longitude: 116.46 };

let loading: Promise<typeof Leaflet> | undefined;
/** Once, and not before a page has a map: it is half as large as all the rest. */
function loadLeaflet(): Promise<typeof Leaflet> {
  loading ??= import('leaflet/dist/leaflet-src.esm.js');
  return loading;
}

/** A map that is drawn: what its attributes and its context object work on. */
export interface DrawnMap {
  readonly leaflet: typeof Leaflet;
  readonly map: Leaflet.Map;
  readonly pins: Map<number, Pin>;
  addPins(things: readonly Thing[]): void;
  removePin(id: number): void;
  /** Markers came or went, or lie nearer to each other or farther. */
  gather(): void;
  readonly clusters: Clusters;
  readonly callouts: ReturnType<typeof createCallouts>;
  readonly here: HereDot;
  /** From now on the program's listener of this number hears the event of its context. */
  listen(event: string, listener: number): void;
  /** Runs `change`, and tells the program that the view moved by its own doing. */
  moved(change: () => void): void;
}

const mostListeners = 100;

export function createMap(context: ComponentContext): ComponentInstance {
  const { attribute, clock, document, emit, host, tell, window } = context;
  const ends = new AbortController();
  const { signal } = ends;
  const ground = document.createElement('wx-ground');
  ground.tabIndex = 0;
  ground.setAttribute('role', 'application');
  ground.setAttribute('aria-label', wordsFor(window).map);
  host.prepend(ground);
  const trim = createMapTrim(context);
  let gone = false;
  let drawn: DrawnMap | undefined;
  let methods: ReturnType<typeof createMapMethods> | undefined;
  let stop: (() => void) | undefined;

  /** An attribute, or what `setting` says in its place. */
  const setting = (name: string): Json | undefined => {
    const given = attribute('setting');
    const key = name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
    return (isRecord(given) && Object.hasOwn(given, key) ? given[key] : undefined) ?? attribute(name);
  };
  const on = (name: string, fallback: boolean): boolean => {
    const value = setting(name);
    return value === undefined || value === null ? fallback : isOn(value);
  };
  const zoomOf = (name: string, fallback: number): number =>
    Math.min(22, Math.max(1, numberOf(attribute(name), fallback)));
  const centre = (): Place =>
    readPlace({ latitude: attribute('latitude') ?? null, longitude: attribute('longitude') ?? null }) ?? beijing;

  const view = (map: Leaflet.Map): { [name: string]: Json } => {
    const [middle, bounds] = [map.getCenter(), map.getBounds()];
    const place = ({ lat, lng }: Leaflet.LatLng) => ({ latitude: lat, longitude: lng });
    return {
      ...{ scale: map.getZoom(), rotate: 0, skew: 0, centerLocation: place(middle) },
      region: { northeast: place(bounds.getNorthEast()), southwest: place(bounds.getSouthWest()) },
    };
  };
  const tellRegion = (map: Leaflet.Map, type: 'begin' | 'end', causedBy: string): void => {
    emit('regionchange', { type, causedBy, ...view(map) });
    if (type === 'end') trim.drawScale(map);
  };

  const build = (leaflet: typeof Leaflet): DrawnMap => {
    const { tiles } = context.surroundings;
    const map = leaflet.map(ground, {
      ...{ zoomControl: false, attributionControl: false, dragging: false, scrollWheelZoom: false, boxZoom: false },
      ...{ doubleClickZoom: false, touchZoom: false, keyboard: false, trackResize: false, fadeAnimation: false },
      ...{ zoomAnimation: false, markerZoomAnimation: false, zoomSnap: 0 },
      center: toPair(centre()),
      zoom: zoomOf('scale', 16),
      minZoom: zoomOf('min-scale', 3),
      maxZoom: zoomOf('max-scale', 20),
    });
    if (tiles && /^https:\/\//.test(tiles.template)) {
      leaflet.tileLayer(tiles.template, { maxNativeZoom: tiles.maxZoom, maxZoom: 22, minZoom: 1 }).addTo(map);
      trim.source(tiles.attribution);
    } else {
      class Grid extends leaflet.GridLayer {
        protected override createTile(): HTMLElement {
          const tile = globalThis.document.createElement('div');
          tile.className = 'wx-grid';
          return tile;
        }
      }
      const grid = new Grid({ maxZoom: 22, minZoom: 1 });
      grid.addTo(map);
    }
    const pins = new Map<number, Pin>();
    const listeners: { readonly event: string; readonly listener: number }[] = [];
    const clusters = createClusters({
      ...{ leaflet, map, pins, moved: (change) => at.moved(change) },
      tell(name, detail) {
        for (const { event, listener } of listeners) if (event === name) tell('context-event', { listener, detail });
      },
    });
    const callouts = createCallouts(map, ground, inside(host), pins);
    const here = createHereDot(leaflet, map, context);
    const removePin = (id: number): void => {
      pins.get(id)?.marker.remove();
      pins.delete(id);
    };
    const gather = (): void => {
      clusters.gather();
      callouts.place();
    };
    const at: DrawnMap = {
      ...{ leaflet, map, pins, removePin, gather, clusters, callouts, here },
      listen(event, listener) {
        if (listeners.length < mostListeners) listeners.push({ event, listener });
      },
      addPins(things) {
        for (const thing of things) {
          const pin = createPin(leaflet, thing, context, () => gone);
          if (!pin) continue;
          removePin(pin.id);
          pins.set(pin.id, pin);
          pin.marker.addTo(map);
        }
        gather();
      },
      moved(change) {
        const before = `${map.getCenter()} ${map.getZoom()}`;
        change();
        if (before === `${map.getCenter()} ${map.getZoom()}`) return;
        gather();
        tellRegion(map, 'begin', 'update');
        tellRegion(map, 'end', 'update');
      },
    };
    return at;
  };

  const layers = new Map<string, Leaflet.Layer[]>();
  const lines: { readonly path: Element; readonly thing: Thing }[] = [];
  const redraw = ({ leaflet, map }: DrawnMap, name: 'polyline' | 'polygons' | 'circles'): void => {
    for (const layer of layers.get(name) ?? []) layer.remove();
    const given = attribute(name);
    const next = {
      polyline: () => [],
      polygons: () => drawAreas(leaflet, given),
      circles: () => drawCircles(leaflet, given),
    };
    const made: Leaflet.Layer[] = next[name]();
    for (const layer of made) layer.addTo(map);
    if (name === 'polyline') {
      lines.length = 0;
      for (const { layers: parts, thing } of drawLines(leaflet, given)) {
        for (const part of parts) {
          part.addTo(map);
          made.push(part);
          const path = 'getElement' in part && typeof part.getElement === 'function' ? part.getElement() : undefined;
          if (path) lines.push({ path, thing });
        }
      }
    }
    layers.set(name, made);
  };
  const write = (at: DrawnMap, name: string): void => {
    const { map } = at;
    switch (name) {
      case 'longitude':
      case 'latitude':
        at.moved(() => map.setView(toPair(centre()), map.getZoom(), { animate: false }));
        break;
      case 'scale':
        at.moved(() => map.setZoom(zoomOf('scale', 16), { animate: false }));
        break;
      case 'min-scale':
        map.setMinZoom(zoomOf(name, 3));
        break;
      case 'max-scale':
        map.setMaxZoom(zoomOf(name, 20));
        break;
      case 'markers':
      case 'covers':
        for (const id of [...at.pins.keys()]) at.removePin(id);
        at.addPins([...readThings(attribute('covers')), ...readThings(attribute('markers'))]);
        break;
      case 'polyline':
      case 'polygons':
      case 'circles':
        redraw(at, name);
        break;
      case 'controls':
        trim.drawControls(readThings(attribute('controls')));
        break;
      case 'include-points':
        include(at);
        break;
      case 'show-location':
        at.here.show(on('show-location', false));
        break;
      case 'setting':
        at.here.show(on('show-location', false));
        trim.draw(map, { scale: on('show-scale', false), compass: on('show-compass', false) });
        break;
      case 'show-scale':
      case 'show-compass':
        trim.draw(map, { scale: on('show-scale', false), compass: on('show-compass', false) });
        break;
    }
  };
  const include = ({ leaflet, map, moved }: DrawnMap): void => {
    const points = readPlaces(attribute('include-points')).map(toPair);
    if (points.length > 0)
      moved(() => map.fitBounds(leaflet.latLngBounds(points), { padding: [24, 24], animate: false }));
  };

  const pinAt = (target: Node): Pin | undefined => {
    const element = (isElement(target) ? target : target.parentElement)?.closest('wx-pin');
    return element ? [...(drawn?.pins.values() ?? [])].find((pin) => pin.element === element) : undefined;
  };
  const closeAll = (): void => {
    for (const pin of drawn?.pins.values() ?? []) pin.open(false);
    drawn?.callouts.place();
  };

  const given = new Set<string>();
  let queued = false;
  const flush = (): void => {
    queued = false;
    if (!drawn || gone) return;
    const names = [...given];
    given.clear();
    // Both halves of a place change together, and the two lists of markers are one.
    const both = names.filter((name) => name !== 'latitude' || !names.includes('longitude'));
    for (const name of both) write(drawn, name);
    if (names.length > 0) emit('updated', {});
  };
  const start = (leaflet: typeof Leaflet): void => {
    if (gone || !host.isConnected) return;
    drawn = build(leaflet);
    const { map } = drawn;
    methods = createMapMethods(drawn, context, () => gone);
    const gestures = watchMapGestures({
      ...{ ground, map, window, clock, signal },
      mayScroll: () => on('enable-scroll', true),
      mayZoom: () => on('enable-zoom', true),
      begin: () => tellRegion(map, 'begin', 'gesture'),
      end: (cause: Cause) => {
        if (cause === 'scale') drawn?.gather();
        tellRegion(map, 'end', cause);
      },
    });
    const sized = new ResizeObserver(() => map.invalidateSize({ animate: false }));
    sized.observe(ground);
    stop = () => {
      gestures.stop();
      sized.disconnect();
      drawn?.here.stop();
      drawn?.callouts.stop();
    };
    flush();
    trim.draw(map, { scale: on('show-scale', false), compass: on('show-compass', false) });
  };
  return {
    update(name) {
      given.add(name);
      if (!drawn || queued) return;
      queued = true;
      queueMicrotask(flush);
    },
    attached() {
      loadLeaflet().then(start, () => {
        if (!gone) emit('error', { errMsg: 'map:fail the map could not be loaded' });
      });
    },
    tapped(target, x, y): { readonly [name: string]: Json } | null {
      const pin = pinAt(target);
      const control = (isElement(target) ? target : target.parentElement)?.closest('wx-control');
      if (control) {
        emit('controltap', { controlId: numberOf(control.getAttribute('data-id'), 0) });
        return null;
      }
      const marker = calloutMarker(target);
      if (marker !== undefined) {
        emit('callouttap', { markerId: marker });
        return {};
      }
      if (drawn?.clusters.tapped(target)) return null;
      if (pin) {
        const part = pinPart(target);
        if (part === 'marker') {
          closeAll();
          pin.open(true);
          drawn?.callouts.place();
        }
        emit(`${part}tap`, { markerId: pin.id });
        return null;
      }
      closeAll();
      const line = lines.find(({ path }) => path === target);
      if (!drawn) return {};
      const box = ground.getBoundingClientRect();
      const { lat, lng } = drawn.map.containerPointToLatLng([x - box.left, y - box.top]);
      if (line) emit('polylinetap', { polylineId: line.thing.id ?? 0, latitude: lat, longitude: lng });
      return { latitude: lat, longitude: lng };
    },
    async call(method, params) {
      // The program may ask in the turn that draws the map.
      await loading?.catch(() => undefined);
      const answer = methods?.(method, params);
      return answer ?? { ok: false, error: { errMsg: `fail ${method} is not supported here`, code: 'NOT_SUPPORTED' } };
    },
    dispose() {
      gone = true;
      ends.abort();
      stop?.();
      drawn?.map.remove();
    },
  };
}
