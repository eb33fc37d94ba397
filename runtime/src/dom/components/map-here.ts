import type * as Leaflet from 'leaflet';
import type { ComponentContext } from './component.ts';
import { type Place, toPair } from './map-reading.ts';

/** The dot where the device is. */
export interface HereDot {
  /** Follows the device and draws the dot, or no longer. The host asks the person for it. */
  show(on: boolean): void;
  /** What is drawn in place of the dot; empty: the dot. */
  setIcon(path: string): void;
  /** Where the device is now; undefined when that is refused or not known. */
  place(): Promise<Place | undefined>;
  stop(): void;
}

export function createHereDot(leaflet: typeof Leaflet, map: Leaflet.Map, context: ComponentContext): HereDot {
  const { follow } = context.surroundings;
  let icon = '';
  let last: Place | undefined;
  let marker: Leaflet.Marker | undefined;
  let unfollow: (() => void) | undefined;

  const remove = (): void => {
    marker?.remove();
    marker = undefined;
  };
  const draw = (): void => {
    if (!last) {
      remove();
      return;
    }
    if (marker) {
      marker.setLatLng(toPair(last));
      return;
    }
    const element = globalThis.document.createElement(icon === '' ? 'wx-here' : 'img');
    if (icon !== '') {
      element.setAttribute('alt', '');
      context.asset(icon).then(
        (url) => element.setAttribute('src', url),
        () => context.warn('the icon of setLocMarkerIcon cannot be loaded'),
      );
    }
    const html = leaflet.divIcon({ className: '', html: element, iconSize: [0, 0], iconAnchor: [8, 8] });
    marker = leaflet.marker(toPair(last), { icon: html, interactive: false, keyboard: false }).addTo(map);
  };
  const stop = (): void => {
    unfollow?.();
    unfollow = undefined;
    last = undefined;
    remove();
  };
  return {
    stop,
    show(on) {
      if (!on) return stop();
      unfollow ??= follow?.((place) => {
        if (!place) context.warn('where the device is cannot be shown');
        last = place;
        draw();
      });
    },
    setIcon(path) {
      icon = path;
      remove();
      draw();
    },
    place() {
      if (last || !follow) return Promise.resolve(last);
      return new Promise((resolve) => {
        let heard = false;
        const undo = follow((place) => {
          if (heard) return;
          heard = true;
          resolve(place);
          // It may be told before `follow` returns.
          queueMicrotask(() => undo());
        });
      });
    },
  };
}
