import type * as Leaflet from 'leaflet';
import { isElement } from '../dom-nodes.ts';
import type { Pin } from './map-pins.ts';

/** Content of the map's slot `callout`: boxes that the program draws, each for the marker of its `marker-id`. */
const boxes = '[slot=callout] wx-cover-view[marker-id],wx-cover-view[slot=callout][marker-id]';

const idOf = (box: Element): number => Number(box.getAttribute('marker-id') || Number.NaN);

/** The marker whose callout a touched node is in. */
export function calloutMarker(target: Node): number | undefined {
  const box = (isElement(target) ? target : target.parentElement)?.closest(boxes);
  return box ? idOf(box) : undefined;
}

/** Puts the program's own callouts above their markers, and hides those whose marker says nothing now. */
export function createCallouts(
  map: Leaflet.Map,
  ground: HTMLElement,
  inside: HTMLElement,
  pins: ReadonlyMap<number, Pin>,
): { place(): void; stop(): void } {
  const place = (): void => {
    for (const box of inside.querySelectorAll<HTMLElement>(boxes)) {
      const pin = pins.get(idOf(box));
      const custom = pin?.opened ? pin.custom : undefined;
      box.style.setProperty('display', custom ? '' : 'none', 'important');
      if (!pin || !custom) continue;
      const { x, y } = map.latLngToContainerPoint(pin.marker.getLatLng());
      // Not `transform`: that is the program's.
      box.style.translate = `calc(${x + custom.x}px - 50%) calc(${y + custom.y - pin.height()}px - 100%)`;
    }
  };
  const drawn = new MutationObserver(place);
  drawn.observe(inside, { childList: true, subtree: true, attributes: true, attributeFilter: ['marker-id'] });
  map.on('move zoom viewreset resize', place);
  // A marker is as high as its picture.
  ground.addEventListener('load', place, true);
  return { place, stop: () => drawn.disconnect() };
}
