import createDOMPurify from 'dompurify';
import type { Json } from '../../protocol/index.ts';
import { isElement, isText } from '../dom-nodes.ts';
import { isRecord } from '../flags.ts';
import { renamedStyle, renameStyles } from './rename-styles.ts';

/** One node of `rich-text`, checked: a fresh object with an element and attributes that are on the list. */
export type RichNode = RichElement | { readonly text: string };

export interface RichElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly RichNode[];
}

const words = (list: string) => list.split(/\s+/).filter((word) => word !== '');

/** Elements the format trusts, and the attributes of each beside `class` and `style`. */
const own: ReadonlyMap<string, readonly string[]> = new Map([
  ...words(
    'a abbr address article aside b bdi big blockquote br caption center cite code dd del div dl dt em fieldset font ' +
      'footer h1 h2 h3 h4 h5 h6 header hr i ins label legend li mark nav p pre q rt ruby s section small span strong ' +
      'sub sup tbody tfoot thead tt u ul',
  ).map((name): [string, string[]] => [name, []]),
  ['bdo', ['dir']],
  ['col', ['span', 'width']],
  ['colgroup', ['span', 'width']],
  ['img', ['alt', 'src', 'height', 'width']],
  ['ol', ['start', 'type']],
  ['table', ['width']],
  ['td', ['colspan', 'height', 'rowspan', 'width']],
  ['th', ['colspan', 'height', 'rowspan', 'width']],
  ['tr', ['colspan', 'height', 'rowspan', 'width']],
]);
const everywhere = ['class', 'style'];

/** What an attribute's value must look like; the others are texts. */
const forms: ReadonlyMap<string, RegExp> = new Map([
  ['dir', /^(?:ltr|rtl)$/i],
  ['type', /^[1aAiI]$/],
  ...['span', 'start', 'colspan', 'rowspan'].map((name): [string, RegExp] => [name, /^-?\d{1,4}$/]),
  ...['width', 'height'].map((name): [string, RegExp] => [name, /^\d{1,5}(?:\.\d{1,3})?(?:px|%)?$/]),
]);

/** More nodes than any article has; a browser lays nested boxes out recursively. */
const mostNodes = 20_000;
const mostDepth = 128;
const mostText = 2_000_000;

/**
 * Nodes as the format gives them: a list of objects, or HTML. Whatever is not on the lists is left out with all it
 * holds. `tooMuch` is true when a limit cut something off.
 */
export function readRichNodes(
  given: Json,
  window: Window & typeof globalThis,
): {
  readonly nodes: readonly RichNode[];
  readonly tooMuch: boolean;
} {
  const budget = { nodes: mostNodes, text: mostText, tooMuch: false };
  const nodes = typeof given === 'string' ? readHtml(given, window, budget) : readList(given, window, budget, 0);
  return { nodes, tooMuch: budget.tooMuch };
}

interface Budget {
  nodes: number;
  text: number;
  tooMuch: boolean;
}

/** False once there is more than is drawn. */
function spend(budget: Budget, depth: number): boolean {
  budget.nodes -= 1;
  if (budget.nodes >= 0 && depth <= mostDepth) return true;
  budget.tooMuch = true;
  return false;
}

function textNode(text: string, budget: Budget): readonly RichNode[] {
  const kept = text.slice(0, Math.max(0, budget.text));
  if (kept.length < text.length) budget.tooMuch = true;
  budget.text -= kept.length;
  return kept === '' ? [] : [{ text: kept }];
}

function readHtml(html: string, window: Window & typeof globalThis, budget: Budget): readonly RichNode[] {
  const text = html.slice(0, mostText);
  if (text.length < html.length) budget.tooMuch = true;
  // Null, whatever its type says, when it took away all there was.
  const clean: DocumentFragment | null = createDOMPurify(window).sanitize(renameStyles(text), {
    ALLOWED_TAGS: [...own.keys(), '#text'],
    ALLOWED_ATTR: [renamedStyle, ...new Set([...everywhere, ...[...own.values()].flat()])],
    ADD_URI_SAFE_ATTR: [renamedStyle],
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    // An element that is not trusted goes with what it holds, as the format has it.
    KEEP_CONTENT: false,
    RETURN_DOM_FRAGMENT: true,
  });
  return clean ? readDom(clean, budget, 0) : [];
}

function readDom(parent: Node, budget: Budget, depth: number): readonly RichNode[] {
  const nodes: RichNode[] = [];
  for (const child of parent.childNodes) {
    if (!spend(budget, depth)) break;
    if (isText(child)) nodes.push(...textNode(child.data, budget));
    else if (isElement(child)) {
      const name = child.localName;
      const attributes = readAttributes(
        name,
        [...child.attributes].map((one) => [one.name === renamedStyle ? 'style' : one.name, one.value]),
      );
      if (attributes) nodes.push({ name, attributes, children: readDom(child, budget, depth + 1) });
    }
  }
  return nodes;
}

function readList(given: Json, window: Window, budget: Budget, depth: number): readonly RichNode[] {
  if (!Array.isArray(given)) return [];
  const nodes: RichNode[] = [];
  for (const one of given) {
    if (!isRecord(one)) continue;
    if (!spend(budget, depth)) break;
    const { name, type, text, attrs, children } = one;
    if (type === 'text' || (name === undefined && text !== undefined)) {
      if (typeof text === 'string' || typeof text === 'number') {
        nodes.push(...textNode(decodeEntities(String(text), window), budget));
      }
      continue;
    }
    if (typeof name !== 'string') continue;
    const tag = name.trim().toLowerCase();
    const given = isRecord(attrs) ? Object.entries(attrs) : [];
    const attributes = readAttributes(tag, given);
    if (attributes) {
      nodes.push({ name: tag, attributes, children: readList(children ?? [], window, budget, depth + 1) });
    }
  }
  return nodes;
}

/** Those on the list of `name`, in their form; undefined for an element that is not trusted. */
function readAttributes(
  name: string,
  given: readonly (readonly [name: string, value: Json])[],
): ReadonlyMap<string, string> | undefined {
  const listed = own.get(name);
  if (!listed) return undefined;
  const kept = new Map<string, string>();
  for (const [written, value] of given) {
    const attribute = written.toLowerCase();
    if (!listed.includes(attribute) && !everywhere.includes(attribute)) continue;
    if (typeof value !== 'string' && typeof value !== 'number') continue;
    const text = String(value);
    if (forms.get(attribute)?.test(text.trim()) !== false) kept.set(attribute, text);
  }
  return kept;
}

/** A text area holds text and nothing else, whatever is parsed into it. */
function decodeEntities(text: string, window: Window): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/gi, (entity) => {
    const area = window.document.createElement('textarea');
    area.innerHTML = entity;
    return area.value;
  });
}
