import type { Diagnostics } from './diagnostics.ts';
import { type OpenTag, scanTag } from './scan-tag.ts';
import type { Source } from './source.ts';
import type { WxmlElement, WxmlNode } from './wxml-node.ts';

/** Deepest nesting of elements. Real pages stay below 40; every later pass may recurse this deep. */
export const deepestNesting = 256;

/** Often written without an end, as in HTML; what follows is then beside them, not inside. */
const leaves = new Set(['import', 'include', 'input', 'image', 'img', 'icon', 'br', 'hr', 'progress', 'wxs', 'link']);

const endOfEnd = /[<>]/g;

interface OpenElement extends WxmlElement {
  readonly children: WxmlNode[];
}

/**
 * Parses one WXML file. Recovers from what real programs get wrong and warns; what leaves no sensible tree is
 * a problem in `diagnostics`, and the tree returned with it must not be used.
 */
export function parseWxml(source: Source, isKnownTag: (tag: string) => boolean, diagnostics: Diagnostics): WxmlNode[] {
  return new WxmlParser(source, isKnownTag, diagnostics).parse();
}

class WxmlParser {
  readonly #source: Source;
  readonly #text: string;
  readonly #isKnownTag: (tag: string) => boolean;
  readonly #diagnostics: Diagnostics;
  readonly #roots: WxmlNode[] = [];
  readonly #open: OpenElement[] = [];
  #at = 0;
  #closeBraces = 0;
  #strayEnds = 0;

  constructor(source: Source, isKnownTag: (tag: string) => boolean, diagnostics: Diagnostics) {
    this.#source = source;
    this.#text = source.text;
    this.#isKnownTag = isKnownTag;
    this.#diagnostics = diagnostics;
  }

  parse(): WxmlNode[] {
    while (this.#at < this.#text.length) {
      if (!this.#step()) return this.#roots;
    }
    this.#endOfFile();
    return this.#roots;
  }

  /** Reads one text, comment or tag. False when going on makes no sense. */
  #step(): boolean {
    const start = this.#at;
    if (this.#text[start] !== '<') return this.#readText(start);
    if (this.#text.startsWith('<!--', start)) return this.#skipTo('-->', 'comment');
    if (this.#text.startsWith('</', start)) return this.#readEnd(start);
    if (/[!?]/.test(this.#text[start + 1] ?? '')) {
      this.#warn(start, 'Declarations have no meaning in WXML; left out.');
      return this.#skipTo('>', 'declaration');
    }
    if (/[A-Za-z_]/.test(this.#text[start + 1] ?? '')) return this.#readElement(start);
    return this.#readText(start);
  }

  #readText(start: number): boolean {
    let at = start + (this.#text[start] === '<' ? 1 : 0);
    for (;;) {
      const tag = this.#text.indexOf('<', at);
      const end = tag === -1 ? this.#text.length : tag;
      // Searched in the slice: to the end of the file each time would be quadratic.
      const braces = this.#text.slice(at, end).indexOf('{{');
      if (braces === -1) {
        at = end;
        break;
      }
      at = this.#afterBraces(at + braces);
    }
    this.#siblings().push({ kind: 'text', source: this.#source, start, text: this.#text.slice(start, at) });
    this.#at = at;
    return true;
  }

  /** Behind the `}}` of the `{{` at `open`; only behind the `{{` itself when another one comes first. */
  #afterBraces(open: number): number {
    if (this.#closeBraces !== -1 && this.#closeBraces < open) this.#closeBraces = this.#text.indexOf('}}', open);
    if (this.#closeBraces === -1) return open + 2;
    const another = this.#text.slice(open + 2, this.#closeBraces).includes('{{');
    return another ? open + 2 : this.#closeBraces + 2;
  }

  #readElement(start: number): boolean {
    const tag = scanTag(this.#source, start, this.#diagnostics);
    if (tag === undefined) return false;
    this.#at = tag.end;
    if (tag.tag.toLowerCase() === 'wxs' && !tag.selfClosing) return this.#readCode(tag, start);
    const { tag: name, attributes } = tag;
    const element: OpenElement = { kind: 'element', source: this.#source, start, tag: name, attributes, children: [] };
    this.#siblings().push(element);
    if (tag.selfClosing) return true;
    if (this.#open.length >= deepestNesting) {
      this.#problem(
        start,
        `Elements are nested more than ${deepestNesting} deep. Split the page into components or templates.`,
      );
      return false;
    }
    this.#open.push(element);
    return true;
  }

  /** `<wxs>` holds a script: nothing in it is markup. */
  #readCode({ tag, attributes }: OpenTag, start: number): boolean {
    const from = this.#at;
    const end = this.#text.slice(from).search(/<\/wxs\s*>/i);
    if (end === -1) {
      this.#problem(start, 'This <wxs> has no end. Add </wxs> behind its code.');
      return false;
    }
    const code = { text: this.#text.slice(from, from + end), start: from };
    this.#siblings().push({ kind: 'element', source: this.#source, start, tag, attributes, children: [], code });
    this.#at = this.#text.indexOf('>', from + end) + 1;
    return true;
  }

  #readEnd(start: number): boolean {
    // A `</view` that runs into the next tag ends where that one starts.
    endOfEnd.lastIndex = start + 2;
    const end = endOfEnd.exec(this.#text)?.index ?? this.#text.length;
    const name =
      this.#text
        .slice(start + 2, end)
        .trim()
        .split(/\s/, 1)[0] ?? '';
    this.#at = this.#text[end] === '<' ? end : end + 1;
    const lower = name.toLowerCase();
    const depth = this.#open.findLastIndex((element) => element.tag.toLowerCase() === lower);
    if (depth !== -1) {
      while (this.#open.length > depth + 1) this.#closeUnended(`"</${name}>"`);
      this.#open.pop();
    } else if (this.#open.length > 0 && !leaves.has(lower) && !this.#isKnownTag(name)) {
      const top = this.#open.pop();
      this.#warn(start, `"</${name}>" matches no open tag; taken for the end of "<${top?.tag}>".`);
    } else {
      this.#strayEnds += 1;
      this.#warn(start, `"</${name}>" matches no open tag; left out.`);
    }
    return true;
  }

  /** Closes the innermost element, whose own end tag is missing. */
  #closeUnended(by: string): void {
    const element = this.#open.pop();
    if (element === undefined) return;
    this.#warn(element.start, `"<${element.tag}>" has no end tag; ended by ${by}.`);
    if (!leaves.has(element.tag.toLowerCase())) return;
    for (const child of element.children) this.#siblings().push(child);
    element.children.length = 0;
  }

  #endOfFile(): void {
    while (this.#open.length > 0) {
      const element = this.#open.at(-1);
      // With a stray end tag before, the pair is misspelt rather than forgotten: that is recovered.
      if (element !== undefined && this.#strayEnds === 0 && !leaves.has(element.tag.toLowerCase())) {
        this.#problem(element.start, `"<${element.tag}>" is never closed. Add "</${element.tag}>".`);
      }
      this.#closeUnended('the end of the file');
    }
  }

  #skipTo(end: string, what: string): boolean {
    const found = this.#text.indexOf(end, this.#at);
    if (found === -1) this.#warn(this.#at, `This ${what} has no "${end}"; everything behind it is left out.`);
    this.#at = found === -1 ? this.#text.length : found + end.length;
    return true;
  }

  #siblings(): WxmlNode[] {
    return this.#open.at(-1)?.children ?? this.#roots;
  }

  #warn(start: number, message: string): void {
    this.#diagnostics.warn('WXML', { source: this.#source, start }, message);
  }

  #problem(start: number, message: string): void {
    this.#diagnostics.problem({ source: this.#source, start }, message);
  }
}
