import { writeWord } from '../protocol/documents/word-list.ts';

/** A shape's keys as a word list, each with its values where it takes one of a few; undefined when any key goes. */
export function describeShape(schema: unknown): string | undefined {
  const entries = entriesOf(schema);
  if (entries === undefined) return undefined;
  return Object.entries(entries)
    .map(([name, value]) => writeWord({ name, options: optionsOf(value) }))
    .join(' ');
}

function entriesOf(schema: unknown): object | undefined {
  if (!isObject(schema)) return undefined;
  if ('entries' in schema && isObject(schema.entries)) return schema.entries;
  return 'wrapped' in schema ? entriesOf(schema.wrapped) : undefined;
}

/** The words of a `picklist`, however it is wrapped. */
function optionsOf(schema: unknown): readonly string[] | undefined {
  if (!isObject(schema)) return undefined;
  if ('type' in schema && schema.type === 'picklist' && 'options' in schema && Array.isArray(schema.options)) {
    const options = schema.options.map(String);
    // A word list holds no options with its own marks in them.
    return options.every((option) => /^[\w .-]+$/.test(option)) ? options : undefined;
  }
  return 'wrapped' in schema ? optionsOf(schema.wrapped) : undefined;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
