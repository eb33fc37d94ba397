import type { CallOutcome } from '../../protocol/capabilities.ts';
import type { Navigator } from '../navigator.ts';
import type { TabBarItem } from '../screen.ts';
import { rootedIcon, type TabBar } from '../tab-bar.ts';
import { done, failed, type PlayerHandlers } from './player-call.ts';

type Names =
  | 'setTabBarItem'
  | 'setTabBarStyle'
  | 'setTabBarBadge'
  | 'removeTabBarBadge'
  | 'showTabBarRedDot'
  | 'hideTabBarRedDot'
  | 'showTabBar'
  | 'hideTabBar';

/** The bar of tabs. Outside tab pages these fail, as in WeChat. */
export function tabBarCalls(tabBar: TabBar, navigator: Navigator): Pick<PlayerHandlers, Names> {
  const onTabPage = (run: () => CallOutcome): CallOutcome =>
    navigator.top?.isTab ? run() : failed('fail not TabBar page');
  const change = (index: number, changed: Partial<TabBarItem>) =>
    onTabPage(() => (tabBar.setItem(index, changed) ? done() : failed('fail tabbar item not found')));
  const setHidden = (hidden: boolean) =>
    onTabPage(() => {
      tabBar.setHidden(hidden);
      return done();
    });
  return {
    setTabBarItem: ({ index, text, iconPath, selectedIconPath }) =>
      change(index, {
        ...(text !== undefined && { text }),
        ...(iconPath !== undefined && { iconPath: rootedIcon(iconPath) }),
        ...(selectedIconPath !== undefined && { selectedIconPath: rootedIcon(selectedIconPath) }),
      }),
    setTabBarStyle: ({ color, selectedColor, backgroundColor, borderStyle }) =>
      onTabPage(() => {
        tabBar.setStyle({
          ...(color !== undefined && { color }),
          ...(selectedColor !== undefined && { selectedColor }),
          ...(backgroundColor !== undefined && { backgroundColor }),
          ...(borderStyle !== undefined && { borderStyle: borderStyle === 'white' ? 'white' : 'black' }),
        });
        return done();
      }),
    setTabBarBadge: ({ index, text }) => change(index, { badge: text, redDot: false }),
    removeTabBarBadge: ({ index }) => change(index, { badge: undefined }),
    showTabBarRedDot: ({ index }) => change(index, { redDot: true, badge: undefined }),
    hideTabBarRedDot: ({ index }) => change(index, { redDot: false }),
    showTabBar: () => setHidden(false),
    hideTabBar: () => setHidden(true),
  };
}
