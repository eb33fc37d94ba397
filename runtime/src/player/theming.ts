import type { Manifest, TabBar, WindowConfig } from '../protocol/manifest.ts';
import type { Environment } from '../protocol/messages.ts';

export type ThemeName = Environment['system']['theme'];

/** Which of a program's two sets of settings counts. One that does not follow the theme is light, whatever the host is. */
export interface Theming {
  readonly theme: ThemeName;
  /** True when the theme is another one now. */
  set(wanted: ThemeName): boolean;
  /** `window` of app.json with the page's own settings over it. */
  windowOf(route: string): WindowConfig;
  tabBar(): TabBar | undefined;
  /** What the program may know: of the theme it follows, no other. */
  environment(given: Environment): Environment;
}

export function createTheming(manifest: Manifest, initial: ThemeName): Theming {
  const { dark } = manifest;
  let theme: ThemeName = dark === undefined ? 'light' : initial;
  const ownWindow = (route: string): WindowConfig => {
    if (theme === 'dark' && dark !== undefined)
      return Object.hasOwn(dark.pages, route) ? (dark.pages[route] ?? {}) : {};
    return Object.hasOwn(manifest.components, route) ? (manifest.components[route]?.window ?? {}) : {};
  };
  const followed = (wanted: ThemeName): ThemeName => (dark === undefined ? 'light' : wanted);
  return {
    get theme() {
      return theme;
    },
    set(wanted) {
      const before = theme;
      theme = followed(wanted);
      return theme !== before;
    },
    windowOf: (route) => ({ ...(theme === 'dark' ? dark?.window : manifest.window), ...ownWindow(route) }),
    tabBar: () => (theme === 'dark' ? dark?.tabBar : manifest.tabBar),
    environment: (given) => ({ ...given, system: { ...given.system, theme: followed(given.system.theme) } }),
  };
}
