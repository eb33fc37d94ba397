import type { Json } from '../../protocol/json.ts';
import { isArray, isFunction, isObject } from '../intrinsics.ts';
import type { WxLink } from '../wx-link.ts';
import { createViewObserver } from './view-observer.ts';

/** As the platform has it: areas are gathered first, then nodes are observed against all of them together. */
export interface IntersectionObserver {
  /** The first node that `selector` finds is an area, grown by `margins` in pixels. */
  relativeTo(selector: unknown, margins?: unknown): IntersectionObserver;
  relativeToViewport(margins?: unknown): IntersectionObserver;
  /** `callback` hears of each threshold that the share of a node inside the areas passes. */
  observe(selector: unknown, callback: unknown): IntersectionObserver;
  disconnect(): void;
}

/**
 * `options`: `thresholds` (default `[0]`), `initialRatio` (default 0), `observeAll`. Which thresholds are passed is
 * found out by the view; guest code runs only when one was.
 */
export function createIntersectionObserver(link: WxLink, component: unknown, options: unknown): IntersectionObserver {
  const given = isObject(options) ? options : {};
  const thresholds = readThresholds(given.thresholds);
  const initialRatio = readRatio(given.initialRatio);
  const all = given.observeAll === true;
  const areas: Json[] = [];
  const view = createViewObserver(link, component, 'createIntersectionObserver');
  const observer: IntersectionObserver = {
    relativeTo(selector, margins) {
      areas.push({ selector: String(selector), margins: readMargins(margins) });
      return observer;
    },
    relativeToViewport(margins) {
      areas.push({ selector: null, margins: readMargins(margins) });
      return observer;
    },
    observe(selector, callback) {
      const held = areas.length === 0 ? [{ selector: null, margins: readMargins(undefined) }] : areas.slice();
      let page = 0;
      view.watch(
        'observeIntersection',
        (root) => {
          page = root.page;
          return { block: root.block, selector: String(selector), all, thresholds, initialRatio, areas: held };
        },
        ({ observer: _number, block, node, ...seen }) => {
          if (!isFunction(callback)) return;
          const { dataset } = link.nodeData(page, Number(block), Number(node));
          link.guard('callback of IntersectionObserver.observe', callback, { ...seen, dataset });
        },
      );
      return observer;
    },
    disconnect: view.disconnect,
  };
  return observer;
}

function readThresholds(given: unknown): number[] {
  const read = isArray(given) ? given.map(Number).filter((one) => one >= 0 && one <= 1) : [];
  return read.length === 0 ? [0] : read.slice(0, 100);
}

function readRatio(given: unknown): number {
  const ratio = Number(given ?? 0);
  return ratio >= 0 && ratio <= 1 ? ratio : 0;
}

function readMargins(given: unknown): Record<string, number> {
  const margins = isObject(given) ? given : {};
  const side = (value: unknown): number => (Number.isFinite(Number(value ?? 0)) ? Number(value ?? 0) : 0);
  return {
    left: side(margins.left),
    right: side(margins.right),
    top: side(margins.top),
    bottom: side(margins.bottom),
  };
}
