import {
  commonTag,
  type DocumentedTag,
  type DrawnTag,
  documentedTags,
  drawnByTag,
  kebabCase,
} from '../../../protocol/index.ts';
import type { Diagnostics } from '../wxml/diagnostics.ts';
import type { WxmlAttribute, WxmlElement } from '../wxml/wxml-node.ts';
import { roleOf } from './attribute-role.ts';

/** What is written down about a tag and about all tags, and what the view does of it. */
export interface TagFacts {
  readonly documented: readonly DocumentedTag[];
  readonly drawn: readonly DrawnTag[];
}

export interface Unsupported {
  readonly code: 'UNSUPPORTED_ATTRIBUTE' | 'UNSUPPORTED_EVENT';
  readonly name: string;
  readonly what: string;
}

/**
 * Warns of documented attributes, values of them and events that the view does nothing about, each once per file.
 *
 * @param told what has been warned about
 */
export function warnAboutAttributes(element: WxmlElement, diagnostics: Diagnostics, told: Set<string>): void {
  const tag = element.tag.toLowerCase();
  const documented = [documentedTags.get(tag) ?? [], commonTag].flat();
  const drawn = [drawnByTag.get(tag) ?? [], drawnByTag.get('*') ?? []].flat();
  for (const attribute of element.attributes) {
    const found = findUnsupported(attribute, { documented, drawn });
    const name = `${tag} ${found?.name}`;
    if (found === undefined || told.has(name)) continue;
    told.add(name);
    diagnostics.warn(found.code, attribute, `"${name}" ${found.what}.`);
  }
}

/**
 * What the view does not do of one attribute. Nothing is said of what only Skyline has, nor of names that nobody has
 * documented: those are the author's own.
 */
export function findUnsupported(
  { name, value }: Pick<WxmlAttribute, 'name' | 'value'>,
  facts: TagFacts,
): Unsupported | undefined {
  const role = roleOf(name);
  if (role.kind === 'event') return unraised(role.type.toLowerCase(), facts);
  return role.kind === 'plain' || role.kind === 'model'
    ? unhonoured(kebabCase(role.name), value ?? '', facts)
    : undefined;
}

function unhonoured(name: string, written: string, { documented, drawn }: TagFacts): Unsupported | undefined {
  const word = documented.map(({ attributes }) => attributes.get(name)).find((one) => one !== undefined);
  const without = (key: string) => drawn.some(({ noEffect }) => noEffect.has(key));
  if (word === undefined || word.skyline || without(name)) return undefined;
  const [code, what] = ['UNSUPPORTED_ATTRIBUTE', 'has no effect yet'] as const;
  const honoured = drawn.find(({ attributes }) => attributes.has(name));
  if (honoured === undefined) return { code, name, what };
  const option = `${name}=${written}`;
  if (!word.options?.includes(written) || without(option)) return undefined;
  return honoured.attributes.get(name)?.includes(written) ? undefined : { code, name: option, what };
}

function unraised(type: string, { documented, drawn }: TagFacts): Unsupported | undefined {
  const word = documented.map(({ events }) => events.get(type)).find((one) => one !== undefined);
  const known = drawn.some(({ events, noEffect }) => events.has(type) || noEffect.has(`bind:${type}`));
  if (word === undefined || word.skyline || known) return undefined;
  return { code: 'UNSUPPORTED_EVENT', name: `bind${type}`, what: 'is not raised yet' };
}
