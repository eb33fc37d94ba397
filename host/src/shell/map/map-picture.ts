import type * as Leaflet from 'leaflet';
import { hostApi } from '../host.ts';

/** Degrees, as maps count them. */
export interface MapPoint {
  readonly latitude: number;
  readonly longitude: number;
}

/** A map in a sheet of the host's. */
export interface MapPicture {
  /** Of the tiles; empty without any. */
  readonly attribution: string;
  look(at: MapPoint): void;
  zoom(by: 1 | -1): void;
  dispose(): void;
}

export interface MapPictureOptions {
  readonly at: MapPoint;
  readonly scale: number;
  /** The person has moved the map: what its middle shows. */
  readonly moved?: ((to: MapPoint) => void) | undefined;
  /** Where on the map the place is, in pixels, whenever that changes. */
  readonly pinned?: ((x: number, y: number) => void) | undefined;
}

let loading: Promise<typeof Leaflet> | undefined;
/** Once, and not before a sheet shows a map. */
function loadLeaflet(): Promise<typeof Leaflet> {
  if (loading === undefined) {
    // It asks the browser by this one text what it can draw; this page takes no text as HTML, and takes no other now.
    const createHTML = (text: string) => (text === '<svg/>' ? text : null);
    globalThis.trustedTypes?.createPolicy('default', { createHTML });
  }
  loading ??= import('leaflet/dist/leaflet-src.esm.js');
  return loading;
}

/**
 * Draws a map into an element, over the host's tiles or a plain grid. Leaflet is fetched by the first one. A finger,
 * a wheel, and arrows, plus and minus on the focused map move it.
 */
export async function drawMap(
  ground: HTMLElement,
  { at, scale, moved, pinned }: MapPictureOptions,
): Promise<MapPicture> {
  const [leaflet, { mapTiles: tiles }] = await Promise.all([
    loadLeaflet(),
    hostApi.about().catch(() => ({ mapTiles: undefined })),
  ]);
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const map = leaflet.map(ground, {
    // Its controls are written as HTML, which this page refuses.
    ...{ zoomControl: false, attributionControl: false, zoomAnimation: !still, inertia: !still },
    ...{ center: [at.latitude, at.longitude], zoom: scale, minZoom: 3, maxZoom: 20, fadeAnimation: false },
  });
  const layer = { maxZoom: 20, minZoom: 1 };
  (tiles
    ? leaflet.tileLayer(tiles.template, { ...layer, maxNativeZoom: tiles.maxZoom })
    : createGrid(leaflet, layer)
  ).addTo(map);
  let looking = false;
  if (moved) {
    map.on('moveend', () => {
      // Where the map was sent it is, but for a fraction of a pixel.
      if (looking) return;
      const { lat, lng } = map.getCenter().wrap();
      moved({ latitude: lat, longitude: lng });
    });
  }
  if (pinned) {
    const put = () => {
      const { x, y } = map.latLngToContainerPoint([at.latitude, at.longitude]);
      pinned(x, y);
    };
    map.on('move zoom resize', put);
    put();
  }
  return {
    attribution: tiles?.attribution ?? '',
    look({ latitude, longitude }) {
      looking = true;
      map.setView([latitude, longitude], map.getZoom(), { animate: false });
      looking = false;
    },
    zoom: (by) => map.setZoom(map.getZoom() + by),
    dispose: () => map.remove(),
  };
}

function createGrid(leaflet: typeof Leaflet, options: Leaflet.GridLayerOptions): Leaflet.GridLayer {
  class Grid extends leaflet.GridLayer {
    protected override createTile(): HTMLElement {
      const tile = document.createElement('div');
      tile.className = 'map-grid';
      return tile;
    }
  }
  return new Grid(options);
}
