import { sheetOf } from './frames.ts';
import type { PageFrame, ProgramStyles } from './types.ts';

/** The style sheets of one page: base, then components as they come, then app and page. */
export interface PageStyles {
  /** Adds the sheet of the component at `path`, once, and says its class prefix. */
  component(path: string): string | undefined;
}

export function createPageStyles(frame: PageFrame, program: ProgramStyles, page: HTMLElement): PageStyles {
  const { document, window } = frame;
  const base = [...document.adoptedStyleSheets];
  const own = program.sheets().map(({ text }) => sheetOf(window, text));
  const components = new Map<string, string | undefined>();
  const componentSheets: CSSStyleSheet[] = [];
  const adopt = () => {
    // Component sheets stand before the page's own, so that shared page styles win at equal weight.
    document.adoptedStyleSheets = [...base, ...componentSheets, ...own];
  };
  adopt();
  // In this format `page` is the body, whose background fills the window however tall its box is.
  document.documentElement.style.backgroundColor = window.getComputedStyle(page).backgroundColor;

  return {
    component(path) {
      if (components.has(path)) return components.get(path);
      const { text, prefix } = program.component(path);
      components.set(path, prefix);
      if (text) {
        componentSheets.push(sheetOf(window, text));
        adopt();
      }
      return prefix;
    },
  };
}
