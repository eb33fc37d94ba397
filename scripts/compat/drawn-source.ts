import { commonAttributes } from '../../runtime/src/dom/attribute-writers.ts';
import { drawnDocumentOf } from '../../runtime/src/dom/components/drawn-document.ts';
import { components } from '../../runtime/src/dom/components/index.ts';
import { travellingEvents } from '../../runtime/src/dom/events/travelling-events.ts';
import type { DrawnDocument } from '../../runtime/src/protocol/documents/drawn-document.ts';

const head = `import type { DrawnDocument } from './drawn-document.ts';

/**
 * What \`dom/components\` declares, for those that may not import it: the compiler and the compatibility table. Written
 * by \`npm run compat -- --write\` from the components; a test holds it against them.
 */
export const drawnDocuments: Readonly<Record<string, DrawnDocument>> = {
`;

/** What the components declare, by tag; \`*\` is common to all. */
export function drawnNow(): ReadonlyMap<string, DrawnDocument> {
  const common = { attributes: commonAttributes.join(' '), events: travellingEvents.join(' ') };
  const drawn = [...components.values()].map((component): [string, DrawnDocument] => [
    component.tag,
    drawnDocumentOf(component),
  ]);
  return new Map([['*', common], ...drawn.sort(([a], [b]) => (a < b ? -1 : 1))]);
}

/** Text of `runtime/src/protocol/documents/drawn-documents.ts`, as the formatter leaves it. */
export function drawnSource(): string {
  const entries = [...drawnNow()].map(([tag, document]) => `${key(tag)}${body(document)}`);
  return `${head}${entries.join('')}};\n`;
}

const key = (tag: string) => `  ${/^[a-z]+$/.test(tag) ? tag : `'${tag}'`}: `;

function body(document: DrawnDocument): string {
  const fields = Object.entries(document).map(([name, words]) => `    ${name}: ${literal(words)},\n`);
  return fields.length === 0 ? '{},\n' : `{\n${fields.join('')}  },\n`;
}

/** A word list in lines of at most 100 characters. */
function literal(words: string): string {
  if (words.length <= 90) return `'${words}'`;
  const lines: string[] = [''];
  for (const word of words.match(/[^\s(]+(?:\([^)]*\))?/g) ?? []) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && last.length + word.length > 100) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return `\`\n${lines.map((line) => `      ${line}`).join('\n')}\``;
}
