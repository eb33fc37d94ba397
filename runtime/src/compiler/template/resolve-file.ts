import { folderOf, resolvePath } from '../project/paths.ts';

/** Reads package files on behalf of one template and remembers which were asked for. */
export class FileAccess {
  readonly #readFile: (path: string) => string | undefined;
  readonly #asked = new Map<string, string | undefined>();

  constructor(readFile: (path: string) => string | undefined) {
    this.#readFile = readFile;
  }

  /** Every path asked for, present or not. */
  get asked(): readonly string[] {
    return [...this.#asked.keys()];
  }

  read(path: string): string | undefined {
    if (!this.#asked.has(path)) this.#asked.set(path, this.#readFile(path));
    return this.#asked.get(path);
  }

  /** Package path of what `from` names as `src`, with or without its extension; `undefined` when there is no such file. */
  find(from: string, src: string, extension: '.wxml' | '.wxs'): string | undefined {
    const path = resolvePath(folderOf(from), src);
    if (path === undefined) return undefined;
    const named = path.endsWith(extension) ? [path] : [`${path}${extension}`, path];
    return named.find((candidate) => this.read(candidate) !== undefined);
  }
}
