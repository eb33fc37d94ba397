import type { Block } from '../blocks/types.ts';
import { isObject, ownKeys } from '../intrinsics.ts';

/** What WXS has put over the looks of one node. */
export class Overlay {
  readonly #block: Block;
  readonly #node: number;
  readonly #added = new Set<string>();
  readonly #removed = new Set<string>();
  readonly #styles = new Map<string, string>();

  constructor(block: Block, node: number) {
    this.#block = block;
    this.#node = node;
  }

  addClass(names: string): void {
    for (const name of namesIn(names)) {
      this.#removed.delete(name);
      this.#added.add(name);
    }
    this.#tell();
  }

  removeClass(names: string): void {
    for (const name of namesIn(names)) {
      this.#added.delete(name);
      this.#removed.add(name);
    }
    this.#tell();
  }

  /** Undefined where the template decides. */
  has(name: string): boolean | undefined {
    if (this.#added.has(name)) return true;
    return this.#removed.has(name) ? false : undefined;
  }

  /** `{property: value}` or CSS text. Both stay until they are set again; an empty value takes one out. */
  setStyle(style: unknown): void {
    if (typeof style === 'string') {
      for (const declaration of style.split(';')) {
        const colon = declaration.indexOf(':');
        if (colon > 0) this.#set(declaration.slice(0, colon), declaration.slice(colon + 1));
      }
    } else if (isObject(style)) for (const name of ownKeys(style)) this.#set(name, style[name]);
    this.#tell();
  }

  /** Value of a property as it was set here. */
  styleOf(name: string): string | undefined {
    return this.#styles.get(kebabCase(name));
  }

  #set(name: string, value: unknown): void {
    const key = kebabCase(name.trim());
    const text = value === undefined || value === null ? '' : String(value).trim();
    if (text === '') this.#styles.delete(key);
    else this.#styles.set(key, text);
  }

  #tell(): void {
    let style = '';
    for (const [name, value] of this.#styles) style += `${name}:${value};`;
    const added = [...this.#added].join(' ');
    const removed = [...this.#removed].join(' ');
    this.#block.environment.page.decorate(this.#block, this.#node, added, removed, style);
  }
}

const namesIn = (names: string): string[] => names.split(/\s+/).filter((name) => name !== '');

/** Custom properties keep their case. */
function kebabCase(name: string): string {
  return name.startsWith('--') ? name : name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
