import type { Intersection } from '../../dom/index.ts';
import type { Json } from '../../protocol/json.ts';
import type { NodeRef } from '../../view/index.ts';
import type { Navigator } from '../navigator.ts';
import type { Page } from '../page.ts';
import { belongsTo } from './belongs-to.ts';
import { done, failed, type PlayerHandlers } from './player-call.ts';

type Names = 'observeIntersection' | 'observeMedia' | 'stopObserving';

interface Running {
  readonly page: Page;
  undo(): void;
}

/** Far more than a program has use for; each costs the browser work on every scroll. */
const mostObservers = 1_000;

/** What pages observe. `observed` takes what is seen to the guest, under the number the guest gave. */
export function observerCalls(navigator: Navigator, observed: (data: Json) => void): Pick<PlayerHandlers, Names> {
  const running = new Map<number, Running>();

  /** Starts once the page is drawn, unless it was stopped until then. `start` gives the undo, or says what is wrong. */
  const run = async (id: number, observer: number, start: (page: Page) => (() => void) | string) => {
    const page = navigator.find(id);
    if (!page) return failed('fail the page is closed');
    // Surfaces end what is observed on them; here only the entries are left.
    for (const [number, one] of running) if (navigator.find(one.page.id) !== one.page) running.delete(number);
    if (running.size >= mostObservers || running.has(observer)) {
      return failed(`fail there are ${running.size} observers already; disconnect those no longer needed`);
    }
    const waiting = { page, undo: () => undefined };
    running.set(observer, waiting);
    await page.drawn();
    if (running.get(observer) !== waiting || navigator.find(id) !== page) return done();
    running.delete(observer);
    const undo = start(page);
    if (typeof undo === 'string') return failed(undo);
    running.set(observer, { page, undo });
    return done();
  };

  return {
    observeIntersection: ({ page: id, block, observer, selector, all, areas, thresholds, initialRatio }) =>
      run(id, observer, (page) => {
        const root = block ?? undefined;
        const found = nodesOf(page, root, selector);
        if (found.length === 0) return `fail no node matches "${selector.slice(0, 64)}"`;
        const held = areas.map((area) => ({
          margins: area.margins,
          node: area.selector === null ? undefined : nodesOf(page, root, area.selector)[0],
          selector: area.selector,
        }));
        const missing = held.find((area) => area.selector !== null && area.node === undefined);
        if (missing) return `fail no node matches "${(missing.selector ?? '').slice(0, 64)}"`;
        const targets = all ? found : found.slice(0, 1);
        return page.surface.watchIntersection({ targets, areas: held, thresholds, initialRatio }, (seen) =>
          observed({ observer, ...told(page, seen) }),
        );
      }),
    observeMedia: ({ page: id, observer, conditions }) =>
      run(id, observer, (page) => page.surface.watchMedia(conditions, (matches) => observed({ observer, matches }))),
    stopObserving({ observers }) {
      for (const number of observers) {
        running.get(number)?.undo();
        running.delete(number);
      }
      return done();
    },
  };
}

function nodesOf(page: Page, root: number | undefined, selector: string): NodeRef[] {
  const nodes = page.tree.find(selector);
  return root === undefined
    ? nodes
    : nodes.filter((node) => belongsTo(page.tree, node, root, selector.includes('>>>')));
}

/** As programs know it; the guest adds the dataset. */
function told(page: Page, { target, ratio, rect, targetRect, areaRect, time }: Intersection): Record<string, Json> {
  const { left, right, top, bottom } = areaRect;
  return {
    block: target.block,
    node: target.node,
    id: page.tree.attribute(target, 'id') ?? '',
    intersectionRatio: ratio,
    intersectionRect: { ...rect },
    boundingClientRect: { ...targetRect },
    relativeRect: { left, right, top, bottom },
    time,
  };
}
