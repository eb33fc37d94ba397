import type { Json } from '../protocol/index.ts';
import type { Decoration } from '../view/index.ts';
import type { ExtraClasses } from './class-names.ts';
import { inlineStyle } from './inline-style.ts';

/** Writes the looks of elements: what the template says, and what lies over it. */
export interface Looks {
  /** `text` is spelled as the element's style scope has it. */
  writeClass(element: HTMLElement, text: string): void;
  writeStyle(element: HTMLElement, value: Json | undefined): void;
  /** Lays `decoration`, its class names spelled too, over the element's own `text` and `value`. */
  decorate(element: HTMLElement, decoration: Decoration, text: string, value: Json | undefined): void;
}

export function createLooks(extras: ExtraClasses): Looks {
  const decorations = new WeakMap<Element, Decoration>();
  /** Most pages have none, and then nothing is looked up. */
  let any = false;

  const writeClass = (element: HTMLElement, text: string): void => {
    const over = any ? decorations.get(element) : undefined;
    if (!over) {
      extras.write(element, text);
      return;
    }
    const removed = new Set(over.removed.split(/\s+/));
    const names = new Set(`${text} ${over.added}`.split(/\s+/).filter((name) => name !== '' && !removed.has(name)));
    extras.write(element, [...names].join(' '));
  };
  const writeStyle = (element: HTMLElement, value: Json | undefined): void => {
    const over = any ? decorations.get(element) : undefined;
    const own = inlineStyle(value);
    // Not setAttribute: a `style-src 'self'` policy would drop it.
    element.style.cssText = over ? `${own};${inlineStyle(over.style)}` : own;
  };
  return {
    writeClass,
    writeStyle,
    decorate(element, decoration, text, value) {
      any = true;
      decorations.set(element, decoration);
      writeClass(element, text);
      writeStyle(element, value);
    },
  };
}
