/**
 * Names the format itself knows, and which of them are drawn here: the compiler tells built-in components from custom
 * ones by them, and warns about what the painter does not do. All of it follows from the lists in documents/.
 */
import { type DrawnTag, readDrawnDocument } from './documents/drawn-document.ts';
import { drawnDocuments } from './documents/drawn-documents.ts';
import { type DocumentedTag, readTagDocument } from './documents/tag-document.ts';
import { commonDocument, tagDocuments } from './documents/tag-documents.ts';

/** Every documented tag by name, structural ones too. */
export const documentedTags: ReadonlyMap<string, DocumentedTag> = new Map(
  Object.entries(tagDocuments).map(([tag, document]) => [tag, readTagDocument(tag, document)]),
);

/** What every drawn tag takes, and the events that travel through all of them. Its `tag` is `*`. */
export const commonTag: DocumentedTag = readTagDocument('*', commonDocument);

/** Tags that a template's compiler takes out; they are no components. */
const declarations: ReadonlySet<string> = new Set(['import', 'include', 'template', 'wxs']);

/** Every built-in component of the format, drawn here or not. `block` and `slot` draw nothing themselves. */
export const builtInTags: readonly string[] = [...documentedTags.keys()].filter((tag) => !declarations.has(tag));

/** What the painter does with each tag it draws; `*` is what it does with every one. */
export const drawnByTag: ReadonlyMap<string, DrawnTag> = new Map(
  Object.entries(drawnDocuments).map(([tag, document]) => [tag, readDrawnDocument(document)]),
);

/** Those that are drawn so far, and `block`, which is gone before; others are neutral elements and a warning names them. */
export const drawnTags: readonly string[] = ['block', ...[...drawnByTag.keys()].filter((tag) => tag !== '*')];

/** Every event a built-in component emits, in lower case. An event by another name comes from a custom component and keeps its case. */
export const builtInEvents: ReadonlySet<string> = new Set(
  [commonTag, ...documentedTags.values()].flatMap(({ events }) => [...events.keys()]),
);
