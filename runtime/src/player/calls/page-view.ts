import type { Navigator } from '../navigator.ts';
import type { Page } from '../page.ts';
import { done, failed, type PlayerHandlers } from './player-call.ts';

type Names = 'pageScrollTo' | 'startPullDownRefresh' | 'stopPullDownRefresh';

/** Scrolling and pulling of the visible page. `pulled` tells the page as if the person had pulled. */
export function pageViewCalls(navigator: Navigator, pulled: (page: Page) => void): Pick<PlayerHandlers, Names> {
  return {
    async pageScrollTo({ scrollTop, selector, duration, offsetTop }) {
      const page = navigator.top;
      await page?.drawn();
      if (!page || navigator.find(page.id) !== page) return failed('fail there is no page');
      const top = selector === undefined ? scrollTop : topOf(page, selector, offsetTop);
      if (top === undefined) return failed(`fail no node matches "${(selector ?? '').slice(0, 64)}"`);
      page.surface.scrollTo(Math.max(0, top), Math.max(0, duration));
      return done();
    },
    startPullDownRefresh() {
      const page = navigator.top;
      if (!page) return failed('fail there is no page');
      page.surface.setRefreshing(true);
      pulled(page);
      return done();
    },
    stopPullDownRefresh() {
      navigator.top?.surface.setRefreshing(false);
      return done();
    },
  };
}

function topOf(page: Page, selector: string, offsetTop: number): number | undefined {
  const [node] = page.tree.find(selector);
  const rect = node && page.surface.rect(node);
  return rect && rect.top + page.surface.scroll.scrollTop + offsetTop;
}
