import { readWords, type Word } from './word-list.ts';

/** What an attribute takes. `length` is a number of pixels or a text with a unit; `list` may hold anything. */
export type AttributeType = 'text' | 'flag' | 'number' | 'length' | 'color' | 'list' | 'object';

/** One tag as written down: a word list per attribute type, and one of events. */
export interface TagDocument extends Partial<Readonly<Record<AttributeType, string>>> {
  /** How many of the 40 programs use the tag. */
  readonly uses?: number;
  /** The whole tag exists under Skyline only. */
  readonly skylineOnly?: true;
  readonly events?: string;
  /** Attributes and events that exist under Skyline only. */
  readonly skyline?: string;
  readonly skylineEvents?: string;
}

/** An attribute or event of a tag. */
export interface DocumentedWord extends Word {
  /** Exists under Skyline only. */
  readonly skyline: boolean;
}

export interface DocumentedAttribute extends DocumentedWord {
  readonly type: AttributeType;
}

/** One tag, read. */
export interface DocumentedTag {
  readonly tag: string;
  readonly uses: number;
  readonly skylineOnly: boolean;
  /** By the name a template's compiler gives it: `activeColor` is `active-color`. */
  readonly attributes: ReadonlyMap<string, DocumentedAttribute>;
  readonly events: ReadonlyMap<string, DocumentedWord>;
}

const types: readonly AttributeType[] = ['text', 'flag', 'number', 'length', 'color', 'list', 'object'];

export function readTagDocument(tag: string, document: TagDocument): DocumentedTag {
  const { uses = 0, skylineOnly = false } = document;
  const attributes = types.flatMap((type) =>
    readWords(document[type]).map((word): DocumentedAttribute => ({ ...word, type, skyline: skylineOnly })),
  );
  const under = readWords(document.skyline).map(
    (word): DocumentedAttribute => ({ ...word, type: 'text', skyline: true }),
  );
  const events = readWords(document.events).map((word): DocumentedWord => ({ ...word, skyline: skylineOnly }));
  const eventsUnder = readWords(document.skylineEvents).map((word): DocumentedWord => ({ ...word, skyline: true }));
  return {
    tag,
    uses,
    skylineOnly,
    attributes: new Map([...attributes, ...under].map((one) => [kebabCase(one.name), one])),
    events: new Map([...events, ...eventsUnder].map((one) => [one.name, one])),
  };
}

/** `formType` → `form-type`: attributes of built-in components have one spelling. */
export function kebabCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter, at: number) => `${at === 0 ? '' : '-'}${letter.toLowerCase()}`);
}
