import type { Json, LogLine, Problem, SandboxLimits } from '../../protocol/index.ts';
import type { Sandbox } from '../open-sandbox.ts';
import { testBaseLibrary } from './base-library.ts';

export interface OpenOptions {
  readonly baseLibrary: string;
  readonly limits?: Partial<SandboxLimits>;
}
/** How a transport starts a sandbox. */
export type Open = (options: OpenOptions) => Promise<Sandbox>;

/** A sandbox and all that came out of it. Waiting is for a condition, looked at whenever something comes out. */
export class Observer {
  readonly sent: Json[] = [];
  readonly logs: LogLine[] = [];
  readonly problems: Problem[] = [];
  ended: Problem | undefined;
  /** Turn it off to be a player that has no time. */
  acknowledging = true;
  readonly sandbox: Sandbox;
  readonly #waiting = new Set<() => void>();

  constructor(sandbox: Sandbox) {
    this.sandbox = sandbox;
    const changed = () => {
      for (const look of [...this.#waiting]) look();
    };
    sandbox.onSend((text) => {
      const batch: Json[] = JSON.parse(text);
      this.sent.push(...batch);
      if (this.acknowledging) sandbox.acknowledge(1);
      changed();
    });
    sandbox.onLog((line) => {
      this.logs.push(line);
      changed();
    });
    sandbox.onFailed((problem) => {
      this.problems.push(problem);
      changed();
    });
    sandbox.onEnded((problem) => {
      this.ended = problem;
      changed();
    });
  }

  /** Resolves once `condition` holds. A test's own timeout ends a wait that never does. */
  until(condition: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (!condition()) return;
        this.#waiting.delete(look);
        resolve();
      };
      this.#waiting.add(look);
      look();
    });
  }

  /** Calls the guest's handler `on(name, …)` in a turn. */
  call(name: string, data: Json = null): void {
    this.sandbox.deliver([{ kind: 'notify', name, data }]);
  }

  /** Calls `name` and resolves with the next thing the guest sends. */
  async ask(name: string, data: Json = null): Promise<Json | undefined> {
    const before = this.sent.length;
    this.call(name, data);
    await this.until(() => this.sent.length > before || this.ended !== undefined);
    return this.sent[before];
  }

  get codes(): string[] {
    return [...this.problems, ...(this.ended ? [this.ended] : [])].map(({ code }) => code);
  }
}

/** Opens a sandbox with the test's base library and loads `code` as `main.logic.js`. */
export async function observe(open: Open, code: string, limits?: Partial<SandboxLimits>): Promise<Observer> {
  const observer = new Observer(await open({ baseLibrary: testBaseLibrary, ...(limits && { limits }) }));
  // A load that ends the sandbox is one of the outcomes that tests look at.
  await observer.sandbox.load('main.logic.js', code).catch(() => observer.until(() => observer.ended !== undefined));
  return observer;
}
