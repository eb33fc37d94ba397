import { TerrariumError } from '../protocol/errors.ts';
import type { GuestMessage, HostMessage } from '../protocol/messages.ts';
import type { Page } from './page.ts';

/** How far a page has come. */
export interface PageProgress {
  /** The guest has run `onReady`. */
  readonly ready: boolean;
  /** From opening the page to its first drawn batch, in milliseconds. */
  readonly firstRenderMs: number | undefined;
}

export interface RenderingOptions {
  find(page: number): Page | undefined;
  /** True when a page of this id has been open. */
  issued(page: number): boolean;
  deliver(message: HostMessage): void;
  /** Settles once the guest has worked through everything delivered so far. */
  roundTrip(): Promise<unknown>;
  now(): number;
  /** The first batch of a page is on screen. */
  rendered(page: Page, openedAt: number): void;
  /** A page ran `onReady`. */
  ready(page: Page): void;
  /** Keeps the program from counting as idle until `work` settles. */
  busy(work: Promise<unknown>): void;
}

/** Takes batches to their pages and tells the guest when they are drawn. */
export interface Rendering {
  opened(page: Page): void;
  /** @throws TerrariumError OPERATION | LIMIT_NODES | MESSAGE: the guest broke its contract. */
  render(message: Extract<GuestMessage, { kind: 'render' }>): void;
  progress(page: Page): PageProgress;
}

export function createRendering(options: RenderingOptions): Rendering {
  const states = new WeakMap<Page, { openedAt: number; firstRenderMs?: number; ready: boolean }>();
  const drawn = async (page: Page, batch: number): Promise<void> => {
    // Late results: the page may be gone by the time the frame comes.
    if (options.find(page.id) !== page) return;
    options.deliver({ kind: 'rendered', page: page.id, batch });
    const state = states.get(page);
    if (!state || state.firstRenderMs !== undefined) return;
    state.firstRenderMs = options.now() - state.openedAt;
    options.rendered(page, state.openedAt);
    await options.roundTrip();
    state.ready = true;
    options.ready(page);
  };
  return {
    opened: (page) => void states.set(page, { openedAt: options.now(), ready: false }),
    render({ page: id, batch, operations }) {
      const page = options.find(id);
      if (!page) {
        if (options.issued(id)) return;
        throw new TerrariumError('MESSAGE', `The program drew on page ${id}, which was never opened. It was stopped.`);
      }
      // The round trip rejects when the program ends first, and then nobody waits for it.
      options.busy(page.apply(batch, operations).then(() => drawn(page, batch).catch(() => undefined)));
    },
    progress(page) {
      const state = states.get(page);
      return { ready: state?.ready ?? false, firstRenderMs: state?.firstRenderMs };
    },
  };
}
