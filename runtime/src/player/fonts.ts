import type { FontSource } from '../protocol/canvas.ts';
import type { CallOutcome } from '../protocol/capabilities.ts';
import { done, failed } from './calls/player-call.ts';
import type { Page } from './page.ts';

/** Fonts that a program has loaded: for one page, for all of them, for its canvases. */
export interface Fonts {
  /** `page` hears of it at once; with `everywhere` all open pages do, and those to come. */
  load(font: FontSource, page: Page, everywhere: boolean): Promise<CallOutcome>;
  /** A page has opened. */
  opened(page: Page): void;
}

export interface FontsRoom {
  pages(): readonly Page[];
  /** To the canvases. */
  draw(font: FontSource): Promise<void>;
}

/** Fonts for all pages; a program that loads more has the oldest on open pages only. */
const mostGlobal = 64;

export function createFonts({ pages, draw }: FontsRoom): Fonts {
  let everywhere: FontSource[] = [];
  return {
    async load(font, page, global) {
      const drawn = draw(font);
      const others = global ? pages().filter((one) => one !== page) : [];
      if (global) everywhere = [...everywhere, font].slice(-mostGlobal);
      for (const other of others) void other.surface.addFont(font);
      // Who hears of it writes with it at once.
      const [loaded] = await Promise.all([page.surface.addFont(font), drawn]);
      return loaded ? done({ status: 'loaded' }) : failed('fail the font cannot be loaded');
    },
    opened(page) {
      for (const font of everywhere) void page.surface.addFont(font);
    },
  };
}

/** The address in `url("…")`, when it is one that fonts are loaded from. */
export function fontAddress(source: string): string | undefined {
  const address = /^\s*url\(\s*(["']?)(.+?)\1\s*\)/is.exec(source)?.[2]?.trim() ?? '';
  return /^(https:\/\/|data:(font|application)\/)/i.test(address) ? address : undefined;
}
