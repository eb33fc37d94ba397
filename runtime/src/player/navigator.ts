import type { Assets } from '../dom/index.ts';
import type { OpenedPackage } from '../package/index.ts';
import type { CallOutcome } from '../protocol/capabilities.ts';
import { problemOf } from '../protocol/errors.ts';
import { type PageId, pageId } from '../protocol/ids.ts';
import type { Manifest } from '../protocol/manifest.ts';
import type { HostMessage, OpenType } from '../protocol/messages.ts';
import { createPageTree } from '../view/index.ts';
import { hasCanvas } from './canvas-pages.ts';
import { createPage, type Page } from './page.ts';
import { type Navigation, planNavigation, type StackRules, type Step } from './page-stack.ts';
import { parsePageUrl, pluginPage } from './page-url.ts';
import type { Opening } from './performance.ts';
import type { ProgramParts } from './program-parts.ts';
import { createStyleLoader } from './program-styles.ts';
import type { Motion, PageListener, Screen } from './screen.ts';
import type { TabBar } from './tab-bar.ts';
import type { Theming } from './theming.ts';

export interface NavigatorOptions {
  readonly package: OpenedPackage;
  readonly parts: ProgramParts;
  readonly screen: Screen;
  readonly assets: Assets;
  readonly tabBar: TabBar;
  readonly theming: Theming;
  now(): number;
  deliver(...messages: readonly HostMessage[]): void;
  /** What hears the surface of a page about to open. */
  listen(page: PageId): PageListener;
  /** The page stands, its `open-page` is not delivered yet. */
  opened(page: Page, opening: Opening): void;
  /** The page is about to be closed. */
  leaving(page: Page): void;
  /** Another page is visible, or the bar of one has changed. */
  changed(): void;
}

/** Carries out what page-stack.ts plans: one navigation after the other, in the order they were asked for. */
export interface Navigator {
  /** Opens a page in place of all others. The route is not resolved and the query needs no escaping. */
  open(kind: 'launch' | 'reLaunch', route: string, query: Readonly<Record<string, string>>): Promise<CallOutcome>;
  /** Opens `url`, seen from the page on top. A refusal is a value; `errMsg` is without the call's name. */
  go(kind: Exclude<OpenType, 'navigateBack' | 'launch'>, url: string): Promise<CallOutcome>;
  back(delta: number): Promise<CallOutcome>;
  /** To the entry page, everything else closed. */
  home(): Promise<CallOutcome>;
  /** The page with this id, on the stack or a tab kept aside. */
  find(id: number): Page | undefined;
  /** True for ids given out so far: late messages of a closed page are no breach. */
  issued(id: number): boolean;
  /** The theme has changed: all pages take its settings. */
  themeChanged(): void;
  /** Open pages, the visible one last. */
  readonly stack: readonly Page[];
  readonly top: Page | undefined;
  /** Settles when no navigation is under way. */
  settled(): Promise<unknown>;
  dispose(): void;
}

type Target = Exclude<Navigation, { kind: 'navigateBack' }>;
type Query = Readonly<Record<string, string>>;

export function createNavigator(options: NavigatorOptions): Navigator {
  const { manifest } = options.package;
  const { screen, tabBar, theming } = options;
  const styles = createStyleLoader(options.package);
  const rules: StackRules = {
    isPage: (route) => manifest.pages.includes(route),
    isTab: (route) => tabBar.indexOf(route) >= 0,
  };
  let stack: readonly Page[] = [];
  let tabs: readonly Page[] = [];
  let lastId = 0;
  let disposed = false;
  let queue: Promise<unknown> = Promise.resolve();

  const enqueue = (run: () => Promise<CallOutcome>): Promise<CallOutcome> => {
    const done = queue.then(async () => {
      try {
        return disposed ? gone : await run();
      } catch (error) {
        const problem = problemOf(error);
        return refused(problem.code, `fail ${problem.message}`);
      }
    });
    queue = done;
    return done;
  };

  const navigate = async (navigation: Navigation, query: Query): Promise<CallOutcome> => {
    const askedAt = options.now();
    const plan = planNavigation({ stack, tabs }, navigation, rules);
    if (!plan.ok) return refused(plan.code, plan.errMsg);
    const opening = plan.steps.find((step) => step.kind === 'open');
    // Everything that can fail comes first: a page that cannot be loaded leaves the stack as it was.
    const sheets = opening && (await options.parts.ensure(opening.route).then(() => styles.load(opening.route)));
    if (disposed) return gone;
    const create = ({ route }: { readonly route: string }): Page => {
      lastId += 1;
      const id = pageId(lastId);
      const isTab = rules.isTab(route);
      const tree = createPageTree({ skeleton: options.parts.skeleton });
      const listener = options.listen(id);
      const surface = screen.openPage({
        id,
        route,
        tree,
        isTab,
        canvases: hasCanvas(manifest, route),
        styles: sheets ?? { sheets: () => [], component: () => ({}) },
        assets: options.assets,
        listener,
      });
      return createPage({
        id,
        route,
        query,
        isTab,
        window: theming.windowOf(route),
        theme: theming.theme,
        tree,
        surface,
        buttons: buttonsFor(route),
        changed: options.changed,
      });
    };
    perform(plan.steps, { openType: navigation.kind, askedAt }, create, query);
    return { ok: true, result: {} };
  };

  const buttonsFor = (route: string): { back: boolean; home: boolean } => {
    // A tab page is always the bottom one; the tab it replaces may still stand on the stack here.
    const bottom = stack.length === 0 || rules.isTab(route);
    const away = route !== manifest.entryPage && !rules.isTab(route);
    return { back: !bottom, home: away && (bottom || windowOf(manifest, route).homeButton === true) };
  };

  /** All steps in one turn: the guest gets them as one batch, the screen changes once. */
  const perform = (
    steps: readonly Step[],
    opening: Opening,
    create: (step: { readonly route: string }) => Page,
    query: Query,
  ): void => {
    const { openType } = opening;
    const messages: HostMessage[] = [];
    const closed: Page[] = [];
    const depth = stack.length;
    for (const step of steps) {
      if (step.kind === 'open') {
        const page = create(step);
        stack = [...(openType === 'switchTab' ? [] : stack), page];
        if (page.isTab) tabs = [...tabs, page];
        options.opened(page, opening);
        messages.push({ kind: 'open-page', page: page.id, route: page.route, query, openType });
        continue;
      }
      const page = find(step.page);
      if (!page) continue;
      messages.push({ kind: `${step.kind}-page`, page: page.id });
      if (step.kind === 'close') {
        stack = stack.filter((one) => one !== page);
        tabs = tabs.filter((one) => one !== page);
        closed.push(page);
      }
      if (step.kind === 'show' && !stack.includes(page)) stack = [page];
    }
    for (const page of closed) options.leaving(page);
    options.deliver(...messages);
    const top = stack.at(-1);
    if (top && steps.length > 0) {
      screen.showPage(top.id, motionOf(openType, stack.length, depth));
      tabBar.showFor(top.route);
      options.changed();
    }
    for (const page of closed) page.dispose();
  };

  const find = (id: number): Page | undefined => [...stack, ...tabs].find((page) => page.id === id);

  const target = (kind: Target['kind'], url: string): [Target, Query] => {
    const inPlugin = pluginPage(url, manifest.plugins);
    const search = url.includes('?') ? url.slice(url.indexOf('?')) : '';
    const { route, text, query } =
      inPlugin === undefined ? parsePageUrl(url, stack.at(-1)?.route ?? '') : parsePageUrl(`${inPlugin}${search}`, '');
    // Tab pages take no parameters: WeChat drops them on switchTab.
    return [{ kind, route, text }, kind === 'switchTab' ? {} : query];
  };

  const open: Navigator['open'] = (kind, route, query) => enqueue(() => navigate({ kind, route, text: route }, query));

  return {
    open,
    go: (kind, url) => enqueue(() => navigate(...target(kind, url))),
    back: (delta) =>
      enqueue(async () => {
        // What is open on the page goes first: a page-container, a video that fills the screen.
        if (delta === 1 && stack.at(-1)?.surface.back()) return { ok: true, result: {} };
        return navigate({ kind: 'navigateBack', delta }, {});
      }),
    home: () => open('reLaunch', manifest.entryPage, {}),
    find,
    themeChanged() {
      for (const page of new Set([...stack, ...tabs])) page.setWindow(theming.windowOf(page.route), theming.theme);
    },
    issued: (id) => id > 0 && id <= lastId,
    get stack() {
      return stack;
    },
    get top() {
      return stack.at(-1);
    },
    settled: () => queue,
    dispose() {
      disposed = true;
      for (const page of new Set([...stack, ...tabs])) page.dispose();
      stack = [];
      tabs = [];
    },
  };
}

const gone = refused('UNAVAILABLE', 'fail the program has ended');

function refused(code: string, errMsg: string): CallOutcome {
  return { ok: false, error: { errMsg, code } };
}

function windowOf(manifest: Manifest, route: string): Manifest['window'] {
  return Object.hasOwn(manifest.components, route) ? (manifest.components[route]?.window ?? {}) : {};
}

function motionOf(openType: OpenType, depth: number, before: number): Motion {
  if (openType === 'navigateTo') return 'push';
  return openType === 'navigateBack' && depth < before ? 'pop' : 'none';
}
