import type { Page } from '@playwright/test';
import type { Json, PlayerReport } from '@terrarium/runtime/protocol';
import type { Point, RouteOptions, RoutePoint } from './phone-location.ts';

/** What a host offers tests on its shell's window, in development only. */
interface DevelopmentWindow {
  readonly terrarium?: {
    open(appId: string, options: OpenOptions): Promise<void>;
    close(appId: string): void;
    inspect(appId: string, method: string, params: Json): Promise<unknown>;
    reports(appId: string): PlayerReport[];
    setPosition(at?: Point): Promise<void>;
    playRoute(route: readonly RoutePoint[], options: RouteOptions): Promise<boolean>;
  };
}

export interface OpenOptions {
  readonly path?: string | undefined;
  readonly query?: Readonly<Record<string, string>> | undefined;
  readonly scene?: number | undefined;
}

declare const window: DevelopmentWindow;

/**
 * `window.terrarium` of a shell, from outside. Values travel as JSON text, because Playwright's types unroll
 * recursive ones without end.
 */
export function developmentApi(shell: Page) {
  return {
    open(appId: string, options: OpenOptions): Promise<void> {
      return shell.evaluate(([id, how]) => window.terrarium?.open(id, JSON.parse(how)), [
        appId,
        JSON.stringify(options),
      ] as const);
    },
    close(appId: string): Promise<void> {
      return shell.evaluate((id) => window.terrarium?.close(id), appId);
    },
    inspect(appId: string, method: string, params: Json): Promise<unknown> {
      return shell.evaluate(
        ([id, name, text]) => {
          if (!window.terrarium) throw new Error('This host offers no development API: was it started in production?');
          return window.terrarium.inspect(id, name, JSON.parse(text));
        },
        [appId, method, JSON.stringify(params)] as const,
      );
    },
    reports(appId: string): Promise<PlayerReport[]> {
      return shell.evaluate((id) => window.terrarium?.reports(id) ?? [], appId);
    },
    setPosition(at: Point | undefined): Promise<void> {
      return shell.evaluate((point) => window.terrarium?.setPosition(point), at);
    },
    playRoute(route: readonly RoutePoint[], options: RouteOptions): Promise<boolean> {
      return shell.evaluate(
        ([points, how]) => {
          if (!window.terrarium) throw new Error('This host offers no development API: was it started in production?');
          return window.terrarium.playRoute(points, how);
        },
        [route, options] as const,
      );
    },
  };
}
