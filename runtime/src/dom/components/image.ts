import { textOf } from '../../view/index.ts';
import { isElement } from '../dom-nodes.ts';
import { isOn } from '../flags.ts';
import type { BuiltIn } from './component.ts';

const positions = ['top', 'bottom', 'center', 'left', 'right', 'top left', 'top right', 'bottom left', 'bottom right'];

const modes = positions
  .map((place) => `wx-image[mode="${place}"]>img{object-fit:none;object-position:${place}}`)
  .join('');

/** As long as the longpress of events. */
const holdMs = 350;
const slack = 10;

/** A picture in a box of 320 × 240. The modes are CSS on the element's own `mode`. */
export const image: BuiltIn = {
  tag: 'image',
  reflected: ['mode'],
  flags: ['fade-in', 'show-menu-by-longpress'],
  attributes: ['src', 'lazy-load', 'aria-label'],
  reads: ['show-menu-by-longpress'],
  events: ['load', 'error'],
  options: { mode: ['scaleToFill', 'aspectFit', 'aspectFill', 'widthFix', 'heightFix', ...positions] },
  noEffect: {
    webp: 'The browser decodes WebP without being told.',
    'force-https': 'What is not encrypted is not loaded at all.',
  },
  style:
    'wx-image{display:inline-block;width:320px;height:240px;overflow:hidden;position:relative}' +
    'wx-image>img{display:block;width:100%;height:100%;object-fit:fill;border-radius:inherit}' +
    'wx-image>img:not([src]){visibility:hidden}' +
    'wx-image[fade-in]>img{opacity:0}wx-image[fade-in]>img[data-shown]{opacity:1;transition:opacity .3s}' +
    'wx-image[show-menu-by-longpress]>img{-webkit-touch-callout:none}' +
    'wx-image[mode=aspectFit]>img{object-fit:contain}' +
    'wx-image[mode=aspectFill]>img{object-fit:cover}' +
    // The program's own height (or width) does not count in these two: the picture's ratio decides.
    'wx-image[mode=widthFix]{height:auto!important}wx-image[mode=widthFix]>img{height:auto}' +
    'wx-image[mode=heightFix]{width:auto!important}wx-image[mode=heightFix]>img{width:auto}' +
    modes,
  build(host) {
    const picture = host.ownerDocument.createElement('img');
    picture.draggable = false;
    picture.alt = '';
    host.append(picture);
  },
  create(context) {
    const { host, window } = context;
    const picture = host.firstElementChild;
    let path = '';
    let waiting: IntersectionObserver | undefined;
    let lazy = false;

    const load = () => {
      waiting?.disconnect();
      waiting = undefined;
      const wanted = path;
      if (wanted === '') return picture?.removeAttribute('src');
      context.load(
        wanted,
        (url) => picture?.setAttribute('src', url),
        () => {
          picture?.removeAttribute('src');
          context.emit('error', { errMsg: `image ${wanted} cannot be loaded` });
        },
      );
    };
    const plan = () => {
      if (!lazy || path === '') return load();
      waiting?.disconnect();
      // Three screens ahead: what a quick flick reaches is there already.
      waiting = new IntersectionObserver((seen) => seen.some((entry) => entry.isIntersecting) && load(), {
        root: context.document,
        rootMargin: '300% 0px',
      });
      waiting.observe(host);
    };
    if (isElement(picture) && picture instanceof window.HTMLImageElement) {
      picture.onload = () => {
        picture.toggleAttribute('data-shown', true);
        context.emit('load', { width: picture.naturalWidth, height: picture.naturalHeight });
      };
      picture.onerror = () => {
        // Nothing, rather than the browser's broken picture.
        picture.removeAttribute('src');
        context.emit('error', { errMsg: `image ${path} cannot be loaded` });
      };
    }
    let stopHolding: (() => void) | undefined;
    const release = () => {
      stopHolding?.();
      stopHolding = undefined;
    };
    const offer = () => {
      release();
      if (path !== '' && isOn(context.attribute('show-menu-by-longpress'))) {
        context.tell('picture-menu', { src: path, url: picture?.getAttribute('src') ?? '' });
      }
    };
    let from = { x: 0, y: 0 };
    host.addEventListener('pointerdown', ({ clientX, clientY, button }) => {
      release();
      from = { x: clientX, y: clientY };
      if (button === 0) stopHolding = context.clock.after(holdMs, offer);
    });
    host.addEventListener('pointermove', ({ clientX, clientY }) => {
      if (Math.hypot(clientX - from.x, clientY - from.y) > slack) release();
    });
    for (const type of ['pointerup', 'pointercancel', 'pointerleave']) host.addEventListener(type, release);
    host.addEventListener('contextmenu', (event) => {
      if (!isOn(context.attribute('show-menu-by-longpress'))) return;
      event.preventDefault();
      offer();
    });
    let ready = false;
    return {
      update(name, value) {
        if (name === 'aria-label') {
          // A picture with words is a picture to those who hear it, else an ornament.
          if (!host.hasAttribute('role') && textOf(value) !== '') host.setAttribute('role', 'img');
          return;
        }
        if (name === 'lazy-load') lazy = isOn(value);
        else path = textOf(value).trim();
        if (ready && name === 'src') plan();
      },
      ready() {
        ready = true;
        if (path !== '') plan();
      },
      dispose() {
        release();
        waiting?.disconnect();
      },
    };
  },
};
