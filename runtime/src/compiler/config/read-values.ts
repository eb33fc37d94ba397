import type { Diagnostics } from '../diagnostics.ts';
import type { JsonValue } from './json-document.ts';

/** Readers of single settings. A value of the wrong kind is a warning and counts as absent: real programs have many. */
export interface ValueReader {
  text(owner: JsonValue | undefined, name: string): string | undefined;
  flag(owner: JsonValue | undefined, name: string): boolean | undefined;
  count(owner: JsonValue | undefined, name: string): number | undefined;
  choice<Choice extends string>(
    owner: JsonValue | undefined,
    name: string,
    choices: readonly Choice[],
  ): Choice | undefined;
  texts(owner: JsonValue | undefined, name: string): string[];
}

export function createValueReader(diagnostics: Diagnostics): ValueReader {
  const wrong = (name: string, found: JsonValue, expected: string): undefined => {
    const shown = JSON.stringify(found.value)?.slice(0, 60);
    diagnostics.warn('CONFIG', `"${name}" must be ${expected}, found ${shown}; it is ignored`, found.place);
  };
  const coerced = (name: string, found: JsonValue, meant: boolean | number): void =>
    diagnostics.warn('CONFIG', `"${name}" is a string; it is read as ${meant}, write it without quotes`, found.place);

  const text: ValueReader['text'] = (owner, name) => {
    const found = owner?.member(name);
    if (found === undefined) return undefined;
    const { value } = found;
    return typeof value === 'string' ? value : wrong(name, found, 'a string');
  };
  return {
    text,
    flag(owner, name) {
      const found = owner?.member(name);
      if (found === undefined) return undefined;
      const { value } = found;
      if (typeof value === 'boolean') return value;
      if (value !== 'true' && value !== 'false') return wrong(name, found, 'true or false');
      coerced(name, found, value === 'true');
      return value === 'true';
    },
    count(owner, name) {
      const found = owner?.member(name);
      if (found === undefined) return undefined;
      const { value } = found;
      if (typeof value === 'number') return value;
      if (typeof value !== 'string' || !/^\d+(?:\.\d+)?$/.test(value)) return wrong(name, found, 'a number');
      coerced(name, found, Number(value));
      return Number(value);
    },
    choice(owner, name, choices) {
      const found = owner?.member(name);
      if (found === undefined) return undefined;
      const choice = choices.find((one) => one === found.value);
      return choice ?? wrong(name, found, choices.map((one) => `"${one}"`).join(' or '));
    },
    texts(owner, name) {
      const found = owner?.member(name);
      if (found === undefined) return [];
      if (!Array.isArray(found.value)) wrong(name, found, 'a list of strings');
      return found.items().flatMap((item) => {
        if (typeof item.value === 'string') return [item.value];
        wrong(name, item, 'a string');
        return [];
      });
    },
  };
}
