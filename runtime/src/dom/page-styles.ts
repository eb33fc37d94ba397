import { sheetOf } from './frames.ts';
import type { PageFrame, ProgramStyles } from './types.ts';

/** The style sheets of one page: base, then components as they come, then app and page. */
export interface PageStyles {
  /** Adds the sheet of the component at `path`, once. With `spreads`, it counts for the page too. */
  component(path: string, spreads: boolean): { readonly prefix: string | undefined; readonly marked: boolean };
  /** Takes the app's sheet out. */
  dropApp(): void;
  /**
   * In this format `page` is the body, whose background fills the window however tall its box is. Again when the theme
   * has changed, which the sheets may ask for.
   */
  fillWindow(): void;
}

export function createPageStyles(frame: PageFrame, program: ProgramStyles, page: HTMLElement): PageStyles {
  const { document, window } = frame;
  const base = [...document.adoptedStyleSheets];
  document.documentElement.toggleAttribute('data-renewed', program.renewed === true);
  let own = program.sheets().map(({ text, app }) => ({ app, sheet: sheetOf(window, text) }));
  const components = new Map<string, { readonly prefix: string | undefined; readonly marked: boolean }>();
  const componentSheets: CSSStyleSheet[] = [];
  const adopt = () => {
    // Component sheets stand before the page's own, so that shared page styles win at equal weight.
    document.adoptedStyleSheets = [...base, ...componentSheets, ...own.map(({ sheet }) => sheet)];
  };
  adopt();
  const fillWindow = () => {
    const { backgroundColor } = window.getComputedStyle(page);
    document.documentElement.style.setProperty('--page-background', backgroundColor);
  };
  fillWindow();

  return {
    fillWindow,
    component(path, spreads) {
      const known = components.get(path);
      if (known) return known;
      const { text, prefix } = program.component(path);
      const marked = text?.includes(markOf(prefix)) ?? false;
      components.set(path, { prefix, marked });
      if (text) {
        componentSheets.push(sheetOf(window, text));
        if (spreads && prefix) componentSheets.push(sheetOf(window, spread(text, prefix)));
        adopt();
      }
      return { prefix, marked };
    },
    dropApp() {
      own = own.filter(({ app }) => app !== true);
      adopt();
    },
  };
}

/** What the compiler writes behind a tag that stands alone in a component's sheet; see compiler/styles. */
const markOf = (prefix: string | undefined): string => `:where([in-${prefix}])`;

/** A component's sheet as if it had been compiled for the page. */
function spread(text: string, prefix: string): string {
  return text.replaceAll(`.${prefix}--`, '.').replaceAll(markOf(prefix), '');
}
