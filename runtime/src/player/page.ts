import type { PageScroll } from '../dom/index.ts';
import { TerrariumError } from '../protocol/errors.ts';
import type { PageId } from '../protocol/ids.ts';
import type { WindowConfig } from '../protocol/manifest.ts';
import type { PageTree } from '../view/index.ts';
import { follow } from './follow.ts';
import type { StackedPage } from './page-stack.ts';
import type { NavigationBar, PageBackground, PageSurface } from './screen.ts';
import type { ThemeName } from './theming.ts';

/** One open page: its tree, what surrounds it on screen, and the numbers of its batches. */
export interface Page extends StackedPage {
  readonly query: Readonly<Record<string, string>>;
  readonly isTab: boolean;
  readonly tree: PageTree;
  readonly surface: PageSurface;
  readonly bar: NavigationBar;
  /** Applies a batch. Resolves when it is on screen. @throws TerrariumError OPERATION | LIMIT_NODES */
  apply(batch: number, operations: readonly unknown[]): Promise<void>;
  /**
   * Resolves when there is a first batch and all batches so far are on screen: what asks for positions waits for
   * this. Also resolves when the page is disposed.
   */
  drawn(): Promise<void>;
  setBar(change: Partial<NavigationBar>): void;
  setBackground(change: Partial<PageBackground>): void;
  /** The theme has changed: what the program did not change itself follows. */
  setWindow(window: WindowConfig, theme: ThemeName): void;
  /** True once each time the scroll comes within the page's `onReachBottomDistance` of its end. */
  reachedBottom(scroll: PageScroll): boolean;
  dispose(): void;
}

export interface PageOptions {
  readonly id: PageId;
  readonly route: string;
  readonly query: Readonly<Record<string, string>>;
  readonly isTab: boolean;
  /** `window` of app.json with the page's own settings over it. */
  readonly window: WindowConfig;
  readonly theme: ThemeName;
  readonly tree: PageTree;
  readonly surface: PageSurface;
  /** Which buttons stand left of the title. */
  readonly buttons: Pick<NavigationBar, 'back' | 'home'>;
  /** The bar has changed. */
  changed(): void;
}

/** Draws the bar and background the page starts with. The page owns `surface`. */
export function createPage(options: PageOptions): Page {
  const { id, tree, surface } = options;
  let { window, theme } = options;
  let bar: NavigationBar = { ...startingBar(window), ...options.buttons };
  let background = startingBackground(window, theme);
  let lastBatch = -1;
  let begin = () => {};
  let drawn = new Promise<void>((resolve) => {
    begin = resolve;
  });
  let nearBottom = false;
  let lastHeight = 0;
  surface.setNavigationBar(bar);
  surface.setBackground(background);
  return {
    id,
    route: options.route,
    query: options.query,
    isTab: options.isTab,
    tree,
    surface,
    get bar() {
      return bar;
    },
    apply(batch, operations) {
      if (batch <= lastBatch) {
        throw new TerrariumError(
          'OPERATION',
          `Page ${id} sent batch ${batch} after batch ${lastBatch}. It was stopped.`,
        );
      }
      lastBatch = batch;
      tree.apply(operations);
      drawn = surface.flushed();
      drawn.then(begin);
      return drawn;
    },
    // Asked in a turn that also draws: the turn's batch comes behind the question, and is waited for as well.
    drawn: () => Promise.resolve().then(() => drawn),
    setBar(change) {
      bar = { ...bar, ...change };
      surface.setNavigationBar(bar);
      options.changed();
    },
    setBackground(change) {
      background = { ...background, ...change };
      surface.setBackground(background);
    },
    setWindow(next, nextTheme) {
      bar = follow(bar, startingBar(window), startingBar(next));
      background = follow(background, startingBackground(window, theme), startingBackground(next, nextTheme));
      window = next;
      theme = nextTheme;
      surface.setNavigationBar(bar);
      surface.setBackground(background);
      options.changed();
    },
    reachedBottom({ scrollTop, scrollHeight, clientHeight }) {
      // A list that grew has a new end to be reached, even when the scroll never left the zone of the old one.
      if (scrollHeight !== lastHeight) nearBottom = false;
      lastHeight = scrollHeight;
      const near = scrollHeight - scrollTop - clientHeight <= (window.onReachBottomDistance ?? 50);
      const reached = near && !nearBottom;
      nearBottom = near;
      return reached;
    },
    dispose() {
      begin();
      surface.dispose();
    },
  };
}

// The values a program gets that says nothing, as WeChat documents them for `window`.
function startingBar(window: WindowConfig): Omit<NavigationBar, 'back' | 'home'> {
  return {
    title: window.navigationBarTitleText ?? '',
    backgroundColor: window.navigationBarBackgroundColor ?? '#000000',
    textStyle: window.navigationBarTextStyle ?? 'white',
    loading: false,
    custom: window.navigationStyle === 'custom',
    animationMs: 0,
  };
}

function startingBackground(window: WindowConfig, theme: ThemeName): PageBackground {
  return {
    theme,
    color: window.backgroundColor ?? (theme === 'dark' ? '#191919' : '#ffffff'),
    textStyle: window.backgroundTextStyle ?? 'dark',
    pullable: window.enablePullDownRefresh ?? false,
    scrollable: !(window.disableScroll ?? false),
  };
}
