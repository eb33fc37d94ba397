import { drawBlock } from '../blocks/block.ts';
import type { PageOperations } from '../blocks/page-operations.ts';
import type { ComponentState } from '../component/component-state.ts';
import { isFunction } from '../intrinsics.ts';
import type { Reporter } from '../reporter.ts';
import type { RenderQueue } from './render-queue.ts';

/** One open page. */
export interface GuestPage {
  readonly id: number;
  readonly route: string;
  readonly query: Readonly<Record<string, string>>;
  readonly state: ComponentState;
  readonly operations: PageOperations;
  readonly queue: RenderQueue;
  /** The program's own tab bar, on pages of tabs. */
  tabBar: ComponentState | undefined;
  /** Components in it that hear of the page's coming and going, in order of appearance. */
  readonly listeners: Set<ComponentState>;
  shown: boolean;
}

/**
 * Brings a page to life in the platform's order: components are created and attached, then onLoad, then show in
 * components, onShow; after the first drawing ready in components, onReady.
 */
export function startPage(page: GuestPage, reporter: Reporter): void {
  const { state, queue, tabBar } = page;
  const { instance } = state;
  instance.route = page.route;
  instance.__route__ = page.route;
  instance.options = page.query;
  takeQuery(page);
  if (state.root !== undefined) drawBlock(state.root, 0, 0, 0);
  state.attach();
  if (tabBar?.root !== undefined) drawBlock(tabBar.root, 0, 0, 0);
  tabBar?.attach();
  callPageMethod(page, reporter, 'onLoad', [{ ...page.query }]);
  showPage(page, reporter);
  queue.after(() => callPageMethod(page, reporter, 'onReady', []));
}

/** A page made with `Component` gets the values of its URL as properties. */
function takeQuery({ state, query }: GuestPage): void {
  const names = Object.keys(query).filter((name) => state.definition.properties.has(name));
  if (names.length > 0)
    state.takeProperties(
      names,
      names.map((name) => query[name]),
    );
}

export function showPage(page: GuestPage, reporter: Reporter): void {
  if (page.shown) return;
  page.shown = true;
  for (const component of page.listeners) component.runPageLifetime('show');
  callPageMethod(page, reporter, 'onShow', []);
}

export function hidePage(page: GuestPage, reporter: Reporter): void {
  if (!page.shown) return;
  page.shown = false;
  for (const component of page.listeners) component.runPageLifetime('hide');
  callPageMethod(page, reporter, 'onHide', []);
}

/** onUnload first, then detached from the inside out: the page can still reach its components. */
export function endPage(page: GuestPage, reporter: Reporter): void {
  callPageMethod(page, reporter, 'onUnload', []);
  page.tabBar?.detach();
  page.state.detach();
}

/** Calls a method of the page when it has one of that name. */
export function callPageMethod(page: GuestPage, reporter: Reporter, name: string, values: readonly unknown[]): unknown {
  const { instance, path } = page.state;
  const method = instance[name];
  return isFunction(method) ? reporter.guard(method, instance, values, name, path) : undefined;
}
