import { builtInTags, drawnTags } from '../../../protocol/index.ts';
import type { TagUse } from '../compiled-template.ts';
import type { Diagnostics } from '../wxml/diagnostics.ts';
import type { WxmlElement } from '../wxml/wxml-node.ts';
import { structuralTags } from './structure.ts';
import { warnAboutAttributes } from './unsupported-attributes.ts';

const builtIn: ReadonlySet<string> = new Set(builtInTags);
const drawn: ReadonlySet<string> = new Set(drawnTags);

/** Tells built-in components from custom ones and remembers which custom ones a file uses. */
export class TagTable {
  readonly #isComponent: (tag: string) => boolean;
  readonly #diagnostics: Diagnostics;
  readonly #uses = new Map<string, TagUse>();
  readonly #told = new Set<string>();

  constructor(isComponent: (tag: string) => boolean, diagnostics: Diagnostics) {
    this.#isComponent = isComponent;
    this.#diagnostics = diagnostics;
  }

  /** First use of each tag that is not a built-in component. */
  get uses(): readonly TagUse[] {
    return [...this.#uses.values()];
  }

  /** A program may declare a component by a built-in name; its own one counts then. */
  isBuiltIn(tag: string): boolean {
    return builtIn.has(tag.toLowerCase()) && !this.#isComponent(tag);
  }

  isKnown(tag: string): boolean {
    return this.isBuiltIn(tag) || structuralTags.has(tag.toLowerCase()) || this.#isComponent(tag);
  }

  note(element: WxmlElement): void {
    const { tag, source, start } = element;
    if (this.isBuiltIn(tag)) {
      if (drawn.has(tag.toLowerCase())) {
        warnAboutAttributes(element, this.#diagnostics, this.#told);
        return;
      }
      const message = `"${tag.toLowerCase()}" is not drawn yet; a plain box stands for it.`;
      this.#diagnostics.warn('UNSUPPORTED_COMPONENT', element, message);
      return;
    }
    if (!this.#isComponent(tag)) {
      const message = `"${tag}" is neither a built-in component nor in usingComponents; a plain box stands for it.`;
      this.#diagnostics.warn('UNKNOWN_TAG', element, message);
    }
    if (!this.#uses.has(tag)) this.#uses.set(tag, { tag, position: source.position(start) });
  }
}
