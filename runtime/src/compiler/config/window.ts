import type { WindowConfig } from '../../protocol/index.ts';
import type { JsonValue } from './json-document.ts';
import type { ValueReader } from './read-values.ts';

/** `window` of app.json, or the same keys at the top of a page's JSON. Keys that nobody draws are dropped silently. */
export function readWindow(owner: JsonValue | undefined, read: ValueReader): WindowConfig {
  const window: WindowConfig = {
    navigationBarBackgroundColor: read.text(owner, 'navigationBarBackgroundColor'),
    navigationBarTextStyle: read.choice(owner, 'navigationBarTextStyle', ['black', 'white']),
    navigationBarTitleText: read.text(owner, 'navigationBarTitleText'),
    navigationStyle: read.choice(owner, 'navigationStyle', ['default', 'custom']),
    homeButton: read.flag(owner, 'homeButton'),
    backgroundColor: read.text(owner, 'backgroundColor'),
    backgroundColorContent: read.text(owner, 'backgroundColorContent'),
    backgroundTextStyle: read.choice(owner, 'backgroundTextStyle', ['dark', 'light']),
    enablePullDownRefresh: read.flag(owner, 'enablePullDownRefresh'),
    onReachBottomDistance: read.count(owner, 'onReachBottomDistance'),
    disableScroll: read.flag(owner, 'disableScroll'),
    pageOrientation: read.text(owner, 'pageOrientation'),
  };
  return defined(window);
}

/** Without the members that are `undefined`, so that a later spread does not erase what it should inherit. */
function defined(window: WindowConfig): WindowConfig {
  return Object.fromEntries(Object.entries(window).filter(([, value]) => value !== undefined));
}
