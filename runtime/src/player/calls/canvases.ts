import type { Canvases } from '../canvases.ts';
import type { Navigator } from '../navigator.ts';
import { belongsTo } from './belongs-to.ts';
import { done, failed, type PlayerHandlers } from './player-call.ts';

type Names = 'attachCanvas' | 'loadCanvasImage' | 'takeCanvasFile';

/** What canvases ask for. */
export function canvasCalls(navigator: Navigator, canvases: Canvases): Pick<PlayerHandlers, Names> {
  return {
    async attachCanvas({ page: id, block, canvas }) {
      const page = navigator.find(id);
      await page?.drawn();
      if (!page || navigator.find(id) !== page) return failed('fail the page is closed');
      // Some programs write `id` where `canvas-id` belongs.
      const named = page.tree
        .find('canvas')
        .filter((node) => [page.tree.attribute(node, 'canvas-id'), page.tree.attribute(node, 'id')].includes(canvas));
      const node = named.find((one) => belongsTo(page.tree, one, block, false)) ?? named[0];
      const found = node && canvases.surfaceOf(page, node);
      if (!found) return failed('fail canvas is empty');
      const { width, height, ratio } = found.box;
      return done({ surface: found.surface, width, height, ratio });
    },
    loadCanvasImage: ({ picture, src, route }) => canvases.load(picture, src, route),
    takeCanvasFile: ({ request }) => canvases.file(request),
  };
}
