import type * as Leaflet from 'leaflet';
import { textOf } from '../../view/index.ts';
import { isElement } from '../dom-nodes.ts';
import { isOn, isRecord, numberOf } from '../flags.ts';
import { cssLength } from '../inline-style.ts';
import type { ComponentContext } from './component.ts';
import { type Place, readPlace, type Thing } from './map-reading.ts';
import { wordsFor } from './words.ts';

/** One marker on the map. */
export interface Pin {
  readonly id: number;
  readonly marker: Leaflet.Marker;
  readonly element: HTMLElement;
  readonly joins: boolean;
  /** The cluster that this marker is the sign of. */
  readonly cluster: number | undefined;
  /** Pixels by which the program's own callout lies beside its place; undefined: it has none. */
  readonly custom: { readonly x: number; readonly y: number } | undefined;
  place: Place;
  rotation: number;
  /** The program's own callout is to be seen. */
  readonly opened: boolean;
  turn(degrees: number): void;
  /** Its words are shown, or go where they are not always there. */
  open(on: boolean): void;
  /** It is drawn, or a cluster stands for it. */
  show(on: boolean): void;
  /** How far above its place it reaches, in pixels. */
  height(): number;
}

/** What was touched of a marker. */
export type PinPart = 'marker' | 'callout' | 'label';

const drop = 'M12 31C12 31 22.5 19 22.5 11.5A10.5 10.5 0 0 0 1.5 11.5C1.5 19 12 31 12 31z';

/** Draws a marker; undefined for one that has no place. */
export function createPin(
  leaflet: typeof Leaflet,
  thing: Thing,
  context: ComponentContext,
  gone: () => boolean,
): Pin | undefined {
  const place = readPlace(thing);
  if (!place) return undefined;
  // Of Leaflet's own document: it asks whether it is an element of its realm, and is adopted by the page's.
  const element = globalThis.document.createElement('wx-pin');
  const sign = element.appendChild(pinSign(thing, context, gone));
  sign.style.opacity = String(Math.min(1, Math.max(0, numberOf(thing.alpha, 1))));
  const anchor = isRecord(thing.anchor) ? thing.anchor : {};
  const [x, y] = [numberOf(anchor.x, 0.5), numberOf(anchor.y, 1)];
  element.style.transform = `translate(${-x * 100}%,${-y * 100}%)`;
  sign.style.transformOrigin = `${x * 100}% ${y * 100}%`;
  const title = textOf(thing.title);
  const name = textOf(thing.ariaLabel ?? thing['aria-label']) || title;
  element.setAttribute('aria-label', name || wordsFor(context.window).marker);
  element.setAttribute('role', 'button');

  const own = isRecord(thing.customCallout) ? thing.customCallout : undefined;
  const callout = isRecord(thing.callout) ? thing.callout : undefined;
  // The program's own callout takes the place of the other one.
  const words = own ? '' : callout ? textOf(callout.content) : title;
  let bubble: HTMLElement | undefined;
  let always = own?.display === 'ALWAYS';
  let opened = always;
  let shown = true;
  if (words !== '') {
    bubble = element.appendChild(globalThis.document.createElement('wx-callout'));
    bubble.textContent = words;
    always = callout?.display === 'ALWAYS';
    opened = always;
    bubble.hidden = !always;
    if (callout) paintBox(bubble, callout);
    const [right, down] = [numberOf(callout?.anchorX, 0), numberOf(callout?.anchorY, 0)];
    if (right !== 0 || down !== 0) bubble.style.margin = `0 0 ${-down}px ${right}px`;
  }
  if (isRecord(thing.label) && textOf(thing.label.content) !== '') {
    const label = element.appendChild(globalThis.document.createElement('wx-pin-label'));
    label.textContent = textOf(thing.label.content);
    paintBox(label, thing.label);
    label.style.left = `calc(${x * 100}% + ${numberOf(thing.label.anchorX, 0)}px)`;
    label.style.top = `calc(${y * 100}% + ${numberOf(thing.label.anchorY, 0)}px)`;
  }
  const icon = leaflet.divIcon({ className: '', html: element, iconSize: [0, 0], iconAnchor: [0, 0] });
  const marker = leaflet.marker([place.latitude, place.longitude], {
    icon,
    interactive: false,
    keyboard: false,
    zIndexOffset: Math.round(numberOf(thing.zIndex, 0)) * 1_000,
  });
  const cluster = numberOf(thing.clusterId, Number.NaN);
  const pin: Pin = {
    id: numberOf(thing.id, 0),
    marker,
    element,
    joins: isOn(thing.joinCluster),
    cluster: Number.isNaN(cluster) ? undefined : cluster,
    custom: own && { x: numberOf(own.anchorX, 0), y: numberOf(own.anchorY, 0) },
    place,
    rotation: numberOf(thing.rotate, 0),
    turn(degrees) {
      pin.rotation = degrees;
      sign.style.rotate = `${degrees}deg`;
    },
    get opened() {
      return opened && shown;
    },
    open(on) {
      opened = on || always;
      if (bubble) bubble.hidden = !opened;
    },
    show(on) {
      shown = on;
      element.style.display = on ? '' : 'none';
    },
    height: () => y * sign.offsetHeight,
  };
  pin.turn(pin.rotation);
  return pin;
}

/** Which part of a pin a touched node is. */
export function pinPart(target: Node): PinPart {
  const element = isElement(target) ? target : target.parentElement;
  const localName = element?.localName;
  if (localName === 'wx-callout') return 'callout';
  return localName === 'wx-pin-label' ? 'label' : 'marker';
}

function pinSign(thing: Thing, context: ComponentContext, gone: () => boolean): HTMLElement {
  const { document } = globalThis;
  const path = textOf(thing.iconPath).trim();
  if (path === '') {
    const sign = document.createElement('wx-drop');
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('viewBox', '0 0 24 32');
    const outline = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    outline.setAttribute('d', drop);
    const hole = document.createElementNS('http://www.w3.org/2000/svg', 'circle');
    for (const [name, value] of [
      ['cx', '12'],
      ['cy', '11.5'],
      ['r', '3.5'],
      ['fill', '#fff'],
    ] as const)
      hole.setAttribute(name, value);
    svg.append(outline, hole);
    sign.append(svg);
    return sign;
  }
  const picture = document.createElement('img');
  picture.alt = '';
  picture.draggable = false;
  picture.style.width = cssLength(thing.width) ?? '';
  picture.style.height = cssLength(thing.height) ?? '';
  context.asset(path).then(
    (url) => {
      if (!gone()) picture.src = url;
    },
    () => context.warn(`the icon ${path.slice(0, 200)} of a marker cannot be loaded`),
  );
  return picture;
}

function paintBox(element: HTMLElement, given: Thing): void {
  const { style } = element;
  style.color = textOf(given.color);
  style.backgroundColor = textOf(given.bgColor);
  style.fontSize = cssLength(given.fontSize) ?? '';
  style.borderRadius = cssLength(given.borderRadius) ?? '';
  style.padding = cssLength(given.padding) ?? '';
  style.textAlign = textOf(given.textAlign);
  const border = numberOf(given.borderWidth, 0);
  if (border > 0) style.border = `${border}px solid ${textOf(given.borderColor) || 'currentColor'}`;
}
