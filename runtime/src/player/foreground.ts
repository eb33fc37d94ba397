import type { Environment, HostMessage, LaunchOptions } from '../protocol/messages.ts';
import { routeOf } from './launch.ts';
import type { Navigator } from './navigator.ts';
import type { Screen } from './screen.ts';
import type { Sounds } from './sounds.ts';
import type { Theming } from './theming.ts';

export interface ForegroundOptions {
  readonly navigator: Navigator;
  readonly screen: Screen;
  readonly sounds: Pick<Sounds, 'suspend'>;
  readonly launch: LaunchOptions;
  readonly environment: Environment;
  readonly theming: Theming;
  /** The theme that the program follows is another one. */
  themeChanged(): void;
  deliver(...messages: readonly HostMessage[]): void;
}

/** Coming and going of the whole program, and what changes around it. */
export interface Foreground {
  hide(): void;
  show(options?: LaunchOptions): void;
  setEnvironment(environment: Environment): void;
}

export function createForeground({
  navigator,
  screen,
  sounds,
  theming,
  themeChanged,
  deliver,
  ...given
}: ForegroundOptions): Foreground {
  let { launch: lastOptions, environment } = given;
  let visible = true;
  return {
    hide() {
      if (!visible) return;
      visible = false;
      screen.setForeground(false);
      sounds.suspend();
      const { top } = navigator;
      // WeChat's order: the page first, then the app.
      if (top) deliver({ kind: 'hide-page', page: top.id });
      deliver({ kind: 'hide-app' });
    },
    show(options) {
      const comesBack = !visible;
      visible = true;
      if (comesBack) screen.setForeground(true);
      lastOptions = options ?? lastOptions;
      const { top } = navigator;
      const route = routeOf(options?.path ?? '');
      const elsewhere = route !== '' && route !== top?.route;
      if (comesBack) deliver({ kind: 'show-app', options: lastOptions });
      if (comesBack && top && !elsewhere) deliver({ kind: 'show-page', page: top.id });
      if (elsewhere) void navigator.open('reLaunch', route, options?.query ?? {});
    },
    setEnvironment(next) {
      const before = environment.system;
      const { windowWidth, windowHeight } = next.system;
      environment = next;
      screen.setEnvironment(next);
      const turned = theming.set(next.system.theme);
      if (turned) themeChanged();
      deliver({ kind: 'environment', environment: theming.environment(next) });
      if (turned) deliver({ kind: 'notify', name: 'onThemeChange', data: { theme: theming.theme } });
      if (windowWidth === before.windowWidth && windowHeight === before.windowHeight) return;
      const size = { windowWidth, windowHeight };
      deliver({ kind: 'notify', name: 'onWindowResize', data: { size } });
      if (navigator.top) deliver({ kind: 'page-event', page: navigator.top.id, name: 'onResize', data: { size } });
    },
  };
}
