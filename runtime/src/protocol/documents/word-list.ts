/** `name:uses(option|option)` of a word list. */
export interface Word {
  readonly name: string;
  /** 0 when the list does not say. */
  readonly uses: number;
  /** Undefined when the list names none; empty for `name()`. */
  readonly options: readonly string[] | undefined;
}

const word = /((?:bind:)?[\w*-]+(?:=[\w-]+)?)(?::(\d+))?(?:\(([^)]*)\))?(?=\s|$)/g;

/** Reads words that are parted by white space; the options of one may hold spaces. */
export function readWords(text: string | undefined): Word[] {
  return [...(text ?? '').matchAll(word)].map(([, name = '', uses, options]) => ({
    name,
    uses: Number(uses ?? 0),
    options: options === undefined ? undefined : options === '' ? [] : options.split('|'),
  }));
}

/** One word as a list holds it. */
export function writeWord({ name, options }: Pick<Word, 'name' | 'options'>): string {
  return options === undefined ? name : `${name}(${options.join('|')})`;
}
