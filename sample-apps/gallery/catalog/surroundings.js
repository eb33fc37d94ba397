import { choice, color, flag, range, text } from '../machine/controls.js';

export const surroundings = {
  title: 'Around the page',
  part: 'apis',
  entries: [
    {
      id: 'navigation-bar',
      title: 'Navigation bar',
      summary: 'Its title, its colours, and a sign that something is under way.',
      apis: [
        ...['setNavigationBarTitle', 'setNavigationBarColor', 'showNavigationBarLoading'],
        ...['hideNavigationBarLoading', 'hideHomeButton'],
      ],
      controls: {
        title: text('Greenhouse'),
        'setNavigationBarColor.frontColor': choice(['#ffffff', '#000000']),
        'setNavigationBarColor.backgroundColor': color(),
        loading: flag(),
      },
      own: ['loading'],
    },
    {
      id: 'tab-bar',
      tab: true,
      title: 'Tab bar',
      summary: 'Badges, dots, texts and colours of the tabs below.',
      apis: [
        ...['setTabBarBadge', 'removeTabBarBadge', 'showTabBarRedDot', 'hideTabBarRedDot', 'setTabBarItem'],
        ...['setTabBarStyle', 'showTabBar', 'hideTabBar'],
      ],
      controls: {
        index: range(0, 2, 1),
        text: text('3'),
        'setTabBarItem.text': text('Calls'),
        'setTabBarStyle.selectedColor': color(),
        'hideTabBar.animation': flag(true),
      },
    },
    {
      id: 'pull-down-refresh',
      title: 'Pull-down refresh and reach-bottom',
      summary: 'Newer things from above, older ones from below.',
      apis: ['startPullDownRefresh', 'stopPullDownRefresh', 'setBackgroundTextStyle'],
      also: 'onPullDownRefresh onReachBottom infinite list',
      controls: { 'setBackgroundTextStyle.textStyle': choice(['dark', 'light']) },
      events: ['onPullDownRefresh', 'onReachBottom'],
    },
    {
      id: 'background',
      title: 'Background',
      summary: 'The colour of the window behind the page.',
      apis: ['setBackgroundColor'],
      controls: { backgroundColor: color('#b7791f') },
    },
    {
      id: 'window',
      title: 'Window and theme',
      summary: 'How large the page is, in which light, and when that changes.',
      apis: ['getWindowInfo', 'onWindowResize', 'offWindowResize', 'onThemeChange', 'offThemeChange'],
      also: 'safe area status bar dark mode resize orientation',
      events: ['onWindowResize', 'onThemeChange', 'onResize'],
    },
    {
      id: 'system',
      title: 'System and program',
      summary: 'What the program runs on, and what it may use.',
      apis: [
        ...['getSystemInfoSync', 'getSystemInfo', 'getSystemInfoAsync', 'getAppBaseInfo', 'getDeviceInfo'],
        ...['getMenuButtonBoundingClientRect', 'canIUse', 'getLaunchOptionsSync', 'getEnterOptionsSync'],
        ...['getAccountInfoSync', 'getUpdateManager'],
      ],
      also: 'capsule menu button version platform language',
      controls: { schema: text('showToast.object.icon.error') },
      own: ['schema'],
    },
    {
      id: 'routes',
      title: 'Pages and events between them',
      summary: 'Opens, replaces and leaves pages, and lets two of them talk.',
      apis: ['navigateTo', 'navigateBack', 'redirectTo', 'reLaunch', 'switchTab'],
      also: 'EventChannel getOpenerEventChannel getCurrentPages',
      controls: { note: text('Two sizes up'), 'navigateBack.delta': range(1, 3, 1) },
      own: ['note'],
    },
  ],
};
