import type * as Leaflet from 'leaflet';
import type { Json } from '../../protocol/index.ts';
import { isElement } from '../dom-nodes.ts';
import { isOn, numberOf } from '../flags.ts';
import type { Pin } from './map-pins.ts';
import { type Thing, toPair } from './map-reading.ts';

export interface Clusters {
  /** `initMarkerCluster`: what is drawn for a cluster, how near its markers are, and whether a tap looks into it. */
  configure(given: Thing): void;
  /** Gathers again, because markers or the zoom are others now. */
  gather(): void;
  /** True when a cluster was touched. */
  tapped(target: Node): boolean;
}

interface Cluster {
  readonly id: number;
  readonly members: readonly Pin[];
  readonly told: { readonly [name: string]: Json };
  readonly sign?: Leaflet.Marker;
}

/** Gathers the markers that may join (`joinCluster`) where they lie close together. */
export function createClusters(parts: {
  readonly leaflet: typeof Leaflet;
  readonly map: Leaflet.Map;
  readonly pins: ReadonlyMap<number, Pin>;
  /** Says it to the program. */
  tell(event: 'markerClusterCreate' | 'markerClusterClick', detail: { readonly [name: string]: Json }): void;
  /** Runs what moves the view. */
  moved(change: () => void): void;
}): Clusters {
  const { leaflet, map, pins, tell, moved } = parts;
  let settings = { ownSign: true, zooms: true, nearPixels: 60 };
  let lastId = 0;
  /** By the markers they hold: a cluster that stays keeps its number. */
  let clusters = new Map<string, Cluster>();

  const make = (members: readonly Pin[]): Cluster => {
    let [latitude, longitude] = [0, 0];
    for (const { place } of members) {
      latitude += place.latitude / members.length;
      longitude += place.longitude / members.length;
    }
    lastId += 1;
    const center = { latitude, longitude };
    const told = { clusterId: lastId, center, markerIds: members.map(({ id }) => id) };
    if (!settings.ownSign) return { id: lastId, members, told };
    const element = globalThis.document.createElement('wx-cluster');
    element.textContent = String(members.length);
    element.setAttribute('role', 'button');
    const icon = leaflet.divIcon({ className: '', html: element, iconSize: [0, 0], iconAnchor: [18, 18] });
    const sign = leaflet.marker([latitude, longitude], { icon, interactive: false, keyboard: false }).addTo(map);
    return { id: lastId, members, told, sign };
  };
  const groups = (): Pin[][] => {
    const open = [...pins.values()].filter(({ joins }) => joins);
    const found: Pin[][] = [];
    for (let first = open.shift(); first; first = open.shift()) {
      const at = map.latLngToLayerPoint(first.marker.getLatLng());
      const near = open.filter(
        ({ marker }) => map.latLngToLayerPoint(marker.getLatLng()).distanceTo(at) < settings.nearPixels,
      );
      for (const pin of near) open.splice(open.indexOf(pin), 1);
      found.push([first, ...near]);
    }
    return found;
  };
  const drop = (gone: Iterable<Cluster>): void => {
    for (const { sign } of gone) sign?.remove();
  };
  const at = (target: Node): Cluster | undefined => {
    const element = isElement(target) ? target : target.parentElement;
    const icon = element?.closest('.leaflet-marker-icon');
    if (!icon) return undefined;
    return [...clusters.values()].find(
      ({ id, sign }) =>
        sign?.getElement() === icon ||
        [...pins.values()].some(({ cluster, marker }) => cluster === id && marker.getElement() === icon),
    );
  };

  return {
    configure(given) {
      settings = {
        ownSign: given.enableDefaultStyle === undefined || isOn(given.enableDefaultStyle),
        zooms: given.zoomOnClick === undefined || isOn(given.zoomOnClick),
        nearPixels: Math.min(500, Math.max(1, numberOf(given.gridSize, 60))),
      };
      drop(clusters.values());
      clusters = new Map();
    },
    gather() {
      const next = new Map<string, Cluster>();
      const made: Json[] = [];
      for (const members of groups()) {
        const together = members.length > 1;
        for (const pin of members) pin.show(!together);
        if (!together) continue;
        const key = members.map(({ id }) => id).join();
        const known = clusters.get(key);
        // The same numbers may stand for markers that were replaced.
        const same = known?.members.every((pin, index) => pin === members[index]);
        const cluster = known && same ? known : make(members);
        next.set(key, cluster);
        if (cluster !== known) made.push(cluster.told);
      }
      drop([...clusters.values()].filter((cluster) => ![...next.values()].includes(cluster)));
      clusters = next;
      const ids = new Set([...next.values()].map(({ id }) => id));
      // A sign that the program drew goes with its cluster.
      for (const pin of pins.values()) if (pin.cluster !== undefined) pin.show(ids.has(pin.cluster));
      if (made.length > 0) tell('markerClusterCreate', { clusters: made });
    },
    tapped(target) {
      const cluster = at(target);
      if (!cluster) return false;
      tell('markerClusterClick', { cluster: cluster.told });
      if (settings.zooms) {
        const area = leaflet.latLngBounds(cluster.members.map(({ place }) => toPair(place)));
        moved(() => map.fitBounds(area, { padding: [48, 48], animate: false }));
      }
      return true;
    },
  };
}
