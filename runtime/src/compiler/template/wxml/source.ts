import type { Position } from '../../../protocol/index.ts';

// A minified file can be one line; an overlay needs the beginning of it, not a megabyte.
const longestLine = 1_000;

/** The text of one WXML file, with offsets turned into positions on demand. */
export class Source {
  readonly file: string;
  readonly text: string;
  #starts: number[] | undefined;

  constructor(file: string, text: string) {
    this.file = file;
    this.text = text;
  }

  /** Line and column (both from 1, columns in UTF-16 units) of an offset. */
  position(offset: number): Position {
    const starts = this.#lineStarts();
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { file: this.file, line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  }

  /** The line an offset lies in, without its line break. */
  line(offset: number): string {
    const from = offset === 0 ? 0 : this.text.lastIndexOf('\n', offset - 1) + 1;
    const found = this.text.indexOf('\n', Math.max(from, offset));
    const to = Math.min(found === -1 ? this.text.length : found, from + longestLine);
    return this.text.slice(from, to).replace(/\r$/, '');
  }

  #lineStarts(): number[] {
    if (this.#starts !== undefined) return this.#starts;
    const starts = [0];
    for (let at = this.text.indexOf('\n'); at !== -1; at = this.text.indexOf('\n', at + 1)) starts.push(at + 1);
    this.#starts = starts;
    return starts;
  }
}
