import type * as Leaflet from 'leaflet';
import { textOf } from '../../view/index.ts';
import { isOn, isRecord, numberOf } from '../flags.ts';
import type { ComponentContext } from './component.ts';
import { metresBetween, type Place, type Thing } from './map-reading.ts';

/** What lies on the glass before a map: scale, compass, the source of its tiles, and the program's own controls. */
export interface MapTrim {
  draw(map: Leaflet.Map, shows: { readonly scale: boolean; readonly compass: boolean }): void;
  drawScale(map: Leaflet.Map): void;
  drawControls(things: readonly Thing[]): void;
  source(text: string): void;
}

export function createMapTrim(context: ComponentContext): MapTrim {
  const { document, host } = context;
  const make = (tag: string): HTMLElement => {
    const element = document.createElement(tag);
    element.hidden = true;
    host.append(element);
    return element;
  };
  const [scale, compass, source] = [make('wx-scale'), make('wx-compass'), make('wx-source')];
  compass.textContent = 'N';
  compass.setAttribute('aria-hidden', 'true');

  const drawScale = (map: Leaflet.Map): void => {
    if (scale.hidden) return;
    const { x, y } = map.getSize();
    const place = ({ lat, lng }: Leaflet.LatLng): Place => ({ latitude: lat, longitude: lng });
    const from = place(map.containerPointToLatLng([x / 2, y / 2]));
    const metres = metresBetween(from, place(map.containerPointToLatLng([x / 2 + 100, y / 2])));
    const power = 10 ** Math.floor(Math.log10(Math.max(1, metres)));
    const round = power * (metres >= 5 * power ? 5 : metres >= 2 * power ? 2 : 1);
    scale.style.width = `${(round / Math.max(1, metres)) * 100}px`;
    scale.textContent = round >= 1_000 ? `${round / 1_000} km` : `${round} m`;
  };
  return {
    drawScale,
    draw(map, shows) {
      scale.hidden = !shows.scale;
      compass.hidden = !shows.compass;
      drawScale(map);
    },
    source(text) {
      source.hidden = text === '';
      source.textContent = text;
    },
    drawControls(things) {
      for (const old of host.querySelectorAll(':scope>wx-control')) old.remove();
      for (const thing of things.slice(0, 100)) {
        const control = document.createElement('wx-control');
        const { style } = control;
        const position = isRecord(thing.position) ? thing.position : {};
        for (const side of ['left', 'top', 'width', 'height'] as const) {
          const length = numberOf(position[side], Number.NaN);
          if (!Number.isNaN(length)) style[side] = `${length}px`;
        }
        control.dataset.id = String(numberOf(thing.id, 0));
        if (!isOn(thing.clickable)) style.pointerEvents = 'none';
        else {
          control.setAttribute('role', 'button');
          // The format gives such a button no words; its number is better than nothing.
          control.setAttribute('aria-label', `${control.dataset.id ?? ''}`);
        }
        const picture = document.createElement('img');
        picture.alt = '';
        control.append(picture);
        context.asset(textOf(thing.iconPath).trim()).then(
          (url) => picture.setAttribute('src', url),
          () => undefined,
        );
        host.append(control);
      }
    },
  };
}
