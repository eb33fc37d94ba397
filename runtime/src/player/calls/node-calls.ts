import type { Navigator } from '../navigator.ts';
import { belongsTo } from './belongs-to.ts';
import { done, failed, type PlayerHandlers } from './player-call.ts';

/** What the context object of a component asks of it. */
export function nodeCalls(navigator: Navigator): Pick<PlayerHandlers, 'callNode' | 'animateNodes'> {
  return {
    async animateNodes({ page: id, block, selector, frames, duration, properties }) {
      const page = navigator.find(id);
      await page?.drawn();
      if (!page || navigator.find(id) !== page) return failed('fail the page is closed');
      const nodes = page.tree.find(selector).filter((one) => belongsTo(page.tree, one, block, false));
      if (nodes.length === 0) return failed(`fail no node matches "${selector.slice(0, 64)}"`);
      if (frames) await page.surface.animate(nodes, frames, duration);
      else page.surface.clearAnimation(nodes, properties);
      return done();
    },
    async callNode({ page: id, block, selector, tag, method, params }) {
      const page = navigator.find(id);
      await page?.drawn();
      if (!page || navigator.find(id) !== page) return failed('fail the page is closed');
      const root = block ?? undefined;
      const node = page.tree
        .find(selector)
        .find(
          (one) =>
            (tag === undefined || page.tree.tag(one) === tag) &&
            (root === undefined || belongsTo(page.tree, one, root, true)),
        );
      if (!node) return failed(`fail no ${tag ?? 'node'} matches "${selector.slice(0, 64)}"`);
      return page.surface.call(node, method, params ?? {});
    },
  };
}
