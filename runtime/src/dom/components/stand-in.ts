import type { Json } from '../../protocol/index.ts';
import type { BuiltIn, ComponentContext } from './component.ts';
import { readsChinese } from './words.ts';

/** Why something is not here, in a short line. */
export interface StandInWords {
  readonly english: string;
  readonly chinese: string;
}

/** What a component is that needs a service of WeChat's: a quiet box in its place, and the event that says so. */
export interface StandIn extends Pick<BuiltIn, 'tag' | 'reads' | 'reflected' | 'events' | 'options' | 'noEffect'> {
  readonly words: StandInWords;
  /** Declarations of its box. */
  readonly box: string;
  /** Raised once it is in the document. */
  readonly fails?: { readonly type: string; readonly detail: Json };
  /** Raised by a tap. */
  readonly tapped?: { readonly type: string; readonly detail: Json };
}

export const standInStyle =
  'wx-inside{display:contents}wx-why{display:flex;align-items:center;justify-content:center;box-sizing:border-box;width:100%;height:100%;min-height:inherit;' +
  'padding:8px 16px;color:var(--tr-quiet);font-size:13px;line-height:1.4;text-align:center;overflow:hidden}';

/** Where the program's own content goes, when the component draws something beside it: over it, in order. */
export function makeInside(host: HTMLElement): void {
  host.append(host.ownerDocument.createElement('wx-inside'));
}
export const inside = (host: HTMLElement): HTMLElement => host.querySelector<HTMLElement>(':scope>wx-inside') ?? host;

/** One quiet line inside `host`. */
export function sayWhy(host: HTMLElement, { english, chinese }: StandInWords, window: Window): void {
  const why = host.querySelector(':scope>wx-why') ?? host.ownerDocument.createElement('wx-why');
  why.textContent = readsChinese(window) ? chinese : english;
  host.append(why);
}

/** Makes the record of a component that only stands in for what it names. */
export function standIn({ words, box, fails, tapped, ...record }: StandIn): BuiltIn {
  return {
    ...record,
    notHere: 'all',
    style:
      `wx-${record.tag}{box-sizing:border-box;overflow:hidden;border-radius:8px;` +
      `background-color:var(--tr-control);${box}}`,
    build: makeInside,
    content: inside,
    create({ host, window, emit }: ComponentContext) {
      sayWhy(host, words, window);
      return {
        attached() {
          if (fails) emit(fails.type, fails.detail);
        },
        tap() {
          if (tapped) emit(tapped.type, tapped.detail);
          return tapped !== undefined;
        },
      };
    },
  };
}
