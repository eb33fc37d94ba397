import type { Page } from '@playwright/test';
import type { Json, PlayerReport } from '@terrarium/runtime/protocol';

/** What a host offers tests on its shell's window, in development only. */
interface DevelopmentWindow {
  readonly terrarium?: {
    open(appId: string, options: OpenOptions): Promise<void>;
    close(appId: string): Promise<void>;
    inspect(appId: string, method: string, params: Json): Promise<unknown>;
    reports(appId: string): PlayerReport[];
  };
}

export interface OpenOptions {
  readonly path?: string | undefined;
  readonly query?: Readonly<Record<string, Json>> | undefined;
  readonly scene?: number | undefined;
}

declare const window: DevelopmentWindow;

/** `window.terrarium` of a shell, from outside. */
export function developmentApi(shell: Page) {
  return {
    async open(appId: string, options: OpenOptions): Promise<void> {
      await shell.evaluate(([id, how]) => window.terrarium?.open(id, how), [appId, options] as const);
    },
    async close(appId: string): Promise<void> {
      await shell.evaluate((id) => window.terrarium?.close(id), appId);
    },
    inspect(appId: string, method: string, params: Json): Promise<unknown> {
      return shell.evaluate(
        ([id, name, value]) => {
          if (!window.terrarium) throw new Error('This host offers no development API: was it started in production?');
          return window.terrarium.inspect(id, name, value);
        },
        [appId, method, params] as const,
      );
    },
    reports(appId: string): Promise<PlayerReport[]> {
      return shell.evaluate((id) => window.terrarium?.reports(id) ?? [], appId);
    },
  };
}
