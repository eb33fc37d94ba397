import type * as Leaflet from 'leaflet';
import type { Pin } from './map-pins.ts';

/** Markers nearer to each other than this, in pixels, become one with their number. */
const nearPixels = 60;

/** Gathers the markers that may join (`joinCluster`) where they lie close together. */
export function createClusters(
  leaflet: typeof Leaflet,
  map: Leaflet.Map,
  pins: ReadonlyMap<number, Pin>,
): { gather(): void } {
  let drawn: Leaflet.Marker[] = [];
  const bubble = (members: readonly Pin[]): Leaflet.Marker => {
    let [latitude, longitude] = [0, 0];
    for (const { place } of members) {
      latitude += place.latitude / members.length;
      longitude += place.longitude / members.length;
    }
    const element = globalThis.document.createElement('wx-cluster');
    element.textContent = String(members.length);
    const icon = leaflet.divIcon({ className: '', html: element, iconSize: [0, 0], iconAnchor: [18, 18] });
    return leaflet.marker([latitude, longitude], { icon, interactive: false });
  };
  return {
    gather() {
      for (const marker of drawn) marker.remove();
      drawn = [];
      const open = [...pins.values()].filter(({ joins }) => joins);
      while (open.length > 0) {
        const first = open.shift();
        if (!first) break;
        const at = map.latLngToLayerPoint(first.marker.getLatLng());
        const near = open.filter(
          ({ marker }) => map.latLngToLayerPoint(marker.getLatLng()).distanceTo(at) < nearPixels,
        );
        for (const pin of near) open.splice(open.indexOf(pin), 1);
        const members = [first, ...near];
        const together = members.length > 1;
        for (const { element } of members) element.style.display = together ? 'none' : '';
        if (together) drawn.push(bubble(members).addTo(map));
      }
    },
  };
}
