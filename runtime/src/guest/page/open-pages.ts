import type { OpenType, PageEventName } from '../../protocol/messages.ts';
import { createPageOperations } from '../blocks/page-operations.ts';
import type { Catalogue } from '../component/catalogue.ts';
import { createComponentMaker } from '../component/component-maker.ts';
import { ComponentState } from '../component/component-state.ts';
import type { Surroundings } from '../component/surroundings.ts';
import type { Outbox } from '../outbox.ts';
import type { Reporter } from '../reporter.ts';
import { callPageMethod, endPage, type GuestPage, hidePage, showPage, startPage } from './guest-page.ts';
import { createRenderQueue, type RenderQueue } from './render-queue.ts';

/** The pages that are open, as the player opens and closes them. */
export interface OpenPages {
  readonly top: GuestPage | undefined;
  /** The page stack, bottom first; tab pages kept aside are not on it. */
  readonly stack: readonly GuestPage[];
  find(id: number): GuestPage | undefined;
  open(id: number, route: string, query: Readonly<Record<string, string>>, openType: OpenType): void;
  show(id: number): void;
  hide(id: number): void;
  close(id: number): void;
  event(id: number, name: PageEventName, data: unknown): void;
  flush(outbox: Outbox): void;
}

export interface OpenPagesParts {
  readonly reporter: Reporter;
  readonly catalogue: Catalogue;
  readonly units: Surroundings['units'];
  /** Counts turns, from 1. */
  turn(): number;
  elapsedMs(): number;
  /** Runs a job in a turn of its own. */
  later(job: () => void): void;
  after(delayMs: number, job: () => void): number;
  cancel(timer: number): void;
  /** Loads the part of the package that holds a path. */
  loadPart(path: string, done: (failure?: string) => void): void;
  /** Path of the program's own tab bar, where a page of that route has one. */
  tabBarFor(route: string): string | undefined;
  /** What `getOpenerEventChannel()` of a page that opens gives. */
  openerChannel(openType: OpenType, route: string): unknown;
}

export function createOpenPages(parts: OpenPagesParts): OpenPages {
  const { reporter, catalogue } = parts;
  const pages = new Map<number, GuestPage>();
  /** Earlier than its page: components may set data while the page is being made. */
  const queues = new Map<number, RenderQueue>();
  let stack: GuestPage[] = [];

  const surroundings: Surroundings = {
    reporter,
    units: parts.units,
    turn: parts.turn,
    elapsedMs: parts.elapsedMs,
    afterRender: (operations, callback) => queues.get(operations.page)?.after(callback),
    attached(state) {
      const page = pages.get(state.page.page);
      if (page === undefined) return;
      if (state.definition.pageLifetimes.size > 0) {
        page.listeners.add(state);
        // One that comes later has missed the page's own show.
        if (page.shown) state.runPageLifetime('show');
      }
      if (state.definition.lifetimes.has('ready')) {
        page.queue.after(() => {
          if (state.attached) state.run('ready');
        });
      }
    },
    detached: (state) => pages.get(state.page.page)?.listeners.delete(state),
  };

  const createComponent = createComponentMaker({ ...parts, surroundings });

  const push = (page: GuestPage, openType: OpenType): void => {
    if (openType === 'navigateTo' || openType === 'navigateBack') stack = [...stack, page];
    else if (openType === 'redirectTo') stack = [...stack.filter((one) => pages.has(one.id)), page];
    else stack = [page];
  };

  return {
    get top() {
      return stack[stack.length - 1];
    },
    get stack() {
      return stack;
    },
    find: (id) => pages.get(id),
    open(id, route, query, openType) {
      const operations = createPageOperations(id, {
        createComponent,
        after: parts.after,
        cancel: parts.cancel,
        failed: reporter.failed,
        warn: (code, message) => reporter.warn(code, message, id),
      });
      const queue = createRenderQueue(operations, parts.later);
      queues.set(id, queue);
      const blueprint = catalogue.blueprint(route);
      const listeners = new Set<ComponentState>();
      const state = new ComponentState(blueprint, operations, undefined, surroundings);
      const page: GuestPage = {
        id,
        route,
        query,
        state,
        operations,
        queue,
        tabBar: undefined,
        listeners,
        shown: false,
      };
      pages.set(id, page);
      const tabBar = parts.tabBarFor(route);
      if (tabBar !== undefined) {
        page.tabBar = new ComponentState(catalogue.blueprint(tabBar), operations, undefined, surroundings);
      }
      push(page, openType);
      const channel = parts.openerChannel(openType, route);
      state.instance.getOpenerEventChannel = () => channel;
      startPage(page, reporter);
    },
    show(id) {
      const page = pages.get(id);
      if (page === undefined) return;
      const at = stack.indexOf(page);
      stack = at < 0 ? [page] : stack.slice(0, at + 1);
      showPage(page, reporter);
    },
    hide(id) {
      const page = pages.get(id);
      if (page !== undefined) hidePage(page, reporter);
    },
    close(id) {
      const page = pages.get(id);
      if (page === undefined) return;
      endPage(page, reporter);
      pages.delete(id);
      queues.delete(id);
      stack = stack.filter((one) => one !== page);
    },
    event(id, name, data) {
      const page = pages.get(id);
      if (page === undefined) return;
      if (name === 'onResize') for (const component of page.listeners) component.runPageLifetime('resize', data);
      callPageMethod(page, reporter, name, [data]);
    },
    flush(outbox) {
      for (const page of pages.values()) page.queue.flush(outbox);
    },
  };
}
