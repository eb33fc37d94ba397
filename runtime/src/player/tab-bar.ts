import type { Assets } from '../dom/index.ts';
import type { TabBar as TabBarConfig } from '../protocol/manifest.ts';
import { follow } from './follow.ts';
import type { Screen, TabBarItem, TabBarState } from './screen.ts';

/** The tab bar's state: `tabBar` of app.json plus what the program changed since. */
export interface TabBar {
  /** Index of a tab page's tab, -1 for other routes. */
  indexOf(route: string): number;
  routeAt(index: number): string | undefined;
  textAt(index: number): string;
  /** Draws the bar for the page that is visible now; other than tab pages have none. */
  showFor(route: string): void;
  /** False when there is no such tab. */
  setItem(index: number, change: Partial<TabBarItem>): boolean;
  setStyle(change: Partial<Pick<TabBarState, 'color' | 'selectedColor' | 'backgroundColor' | 'borderStyle'>>): void;
  setHidden(hidden: boolean): void;
  /** The theme has changed: what the program did not change itself takes the settings of `config`. */
  setTheme(config: TabBarConfig | undefined): void;
  readonly item: (index: number) => TabBarItem | undefined;
}

export function createTabBar(config: TabBarConfig | undefined, screen: Screen, assets: Assets): TabBar {
  const routes = config?.list.map((tab) => tab.pagePath) ?? [];
  let starting = startingBar(config);
  let { items, style } = starting;
  let hidden = false;
  let selected = -1;
  const draw = () => {
    // `custom: true` means the program draws the bar itself, as a component of its pages.
    const shown = selected >= 0 && !hidden && config !== undefined && config.custom !== true;
    screen.setTabBar(shown ? { items, selected, ...style, position: config.position ?? 'bottom', assets } : undefined);
  };
  return {
    indexOf: (route) => routes.indexOf(route),
    routeAt: (index) => routes[index],
    textAt: (index) => items[index]?.text ?? '',
    showFor(route) {
      selected = routes.indexOf(route);
      draw();
    },
    setItem(index, change) {
      if (items[index] === undefined) return false;
      items = items.map((item, at) => (at === index ? { ...item, ...change } : item));
      draw();
      return true;
    },
    setStyle(change) {
      style = { ...style, ...change };
      draw();
    },
    setTheme(next) {
      const { items: before, style: styleBefore } = starting;
      starting = startingBar(next);
      items = items.map((item, at) => follow(item, before[at] ?? item, starting.items[at] ?? item));
      style = follow(style, styleBefore, starting.style);
      draw();
    },
    setHidden(value) {
      hidden = value;
      draw();
    },
    item: (index) => items[index],
  };
}

interface StartingBar {
  readonly items: readonly TabBarItem[];
  readonly style: Pick<TabBarState, 'color' | 'selectedColor' | 'backgroundColor' | 'borderStyle'>;
}

function startingBar(config: TabBarConfig | undefined): StartingBar {
  const items = (config?.list ?? []).map((tab) => ({
    text: tab.text ?? '',
    iconPath: rootedIcon(tab.iconPath),
    selectedIconPath: rootedIcon(tab.selectedIconPath),
    badge: undefined,
    redDot: false,
  }));
  const style = {
    color: config?.color ?? '#7a7e83',
    selectedColor: config?.selectedColor ?? '#2f7d5b',
    backgroundColor: config?.backgroundColor ?? '#ffffff',
    borderStyle: config?.borderStyle ?? 'black',
  };
  return { items, style };
}

/** Icons are named from the package's root, with or without a leading slash. */
export function rootedIcon(path: string | undefined): string | undefined {
  return path === undefined || path === '' || path.startsWith('/') || path.includes(':') ? path : `/${path}`;
}
