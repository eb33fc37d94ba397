import type { PaintedEvent } from '../dom/index.ts';
import type { CallOutcome } from '../protocol/capabilities.ts';
import type { PageId } from '../protocol/ids.ts';
import type { Json } from '../protocol/json.ts';
import type { HostMessage, PageEventName } from '../protocol/messages.ts';
import { answerElementEvent, callToProgram } from './element-events.ts';
import type { Journal } from './journal.ts';
import type { Keyboard } from './keyboard.ts';
import type { Navigator } from './navigator.ts';
import type { OpenTypes } from './open-types.ts';
import type { Page } from './page.ts';
import type { PageElements } from './page-elements.ts';
import type { PageListener, ScreenAction } from './screen.ts';
import type { TabBar } from './tab-bar.ts';

export interface PageEventsOptions {
  readonly navigator: Navigator;
  readonly tabBar: TabBar;
  readonly journal: Journal;
  readonly elements: PageElements;
  readonly openTypes: OpenTypes;
  /** Asks the host, with how long ago the last user action was. */
  askHost(name: string, params: Json): Promise<CallOutcome>;
  deliver(message: HostMessage): void;
  /** A trusted user action has just happened. */
  gesture(): void;
  readonly keyboard: Pick<Keyboard, 'writing'>;
}

/** What people do on pages and on the player's own bars, on its way to the guest. */
export interface PageEvents {
  listener(page: PageId): PageListener;
  dispatch(page: Page, event: PaintedEvent): void;
  /** Tells the page to refresh. */
  pulled(page: Page): void;
  act(action: ScreenAction): void;
}

export function createPageEvents({
  navigator,
  tabBar,
  journal,
  elements,
  openTypes,
  askHost,
  deliver,
  gesture,
  keyboard,
}: PageEventsOptions): PageEvents {
  const tell = (page: Page, name: PageEventName, data: Json) =>
    deliver({ kind: 'page-event', page: page.id, name, data });
  const dispatch = (page: Page, event: PaintedEvent) => {
    if (elements.hear(page, event) || openTypes.hear(page, event)) return;
    if (event.type === 'context-event') {
      deliver({ kind: 'notify', name: 'contextEvent', data: event.detail });
      return;
    }
    const answered = answerElementEvent(event, navigator, askHost);
    if (!answered) {
      deliver({ kind: 'event', page: page.id, ...event });
      return;
    }
    answered.then((outcome) => {
      const call = callToProgram(event);
      if (call !== undefined) {
        // What only a navigator to another program tells its program.
        const detail = { errMsg: `${call}:${outcome.ok ? 'ok' : outcome.error.errMsg}` };
        for (const type of [outcome.ok ? 'success' : 'fail', 'complete'])
          deliver({ kind: 'event', page: page.id, ...event, type, detail });
      }
      if (!outcome.ok)
        journal.warning('ELEMENT', `A ${event.type} of ${page.route} had no effect: ${outcome.error.errMsg}`);
    });
  };
  const pulled = (page: Page) => tell(page, 'onPullDownRefresh', {});
  const tab = async (index: number) => {
    const route = tabBar.routeAt(index);
    if (route === undefined) return;
    const outcome = await navigator.go('switchTab', `/${route}`);
    // The tap belongs to the page of the tab, whether or not it had to be opened for it.
    const page = navigator.top;
    if (outcome.ok && page?.route === route) {
      tell(page, 'onTabItemTap', { index, pagePath: route, text: tabBar.textAt(index) });
    }
  };
  return {
    dispatch,
    pulled,
    listener: (id) => {
      const onPage = (run: (page: Page) => void) => {
        const page = navigator.find(id);
        if (page) run(page);
      };
      return {
        event: (event) => onPage((page) => dispatch(page, event)),
        scrolled: (scroll) =>
          onPage((page) => {
            tell(page, 'onPageScroll', { scrollTop: scroll.scrollTop });
            if (page.reachedBottom(scroll)) tell(page, 'onReachBottom', {});
          }),
        pulled: () =>
          onPage((page) => {
            page.surface.setRefreshing(true);
            pulled(page);
          }),
        writing: (on) => onPage((page) => keyboard.writing(page, on)),
        warning: (message) => journal.warning('DRAWING', message),
      };
    },
    act(action) {
      switch (action.kind) {
        case 'gesture':
          gesture();
          break;
        case 'back':
          void navigator.back(1);
          break;
        case 'home':
          void navigator.home();
          break;
        case 'tab':
          void tab(action.index);
          break;
        default:
          action satisfies never;
      }
    },
  };
}
