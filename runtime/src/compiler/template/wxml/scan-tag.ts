import type { Diagnostics } from './diagnostics.ts';
import type { Source } from './source.ts';
import type { WxmlAttribute } from './wxml-node.ts';

/** An open tag, read up to and including its `>`. */
export interface OpenTag {
  readonly tag: string;
  readonly attributes: WxmlAttribute[];
  readonly selfClosing: boolean;
  readonly end: number;
}

const tagName = /[A-Za-z_][\w.:-]*/y;
const blank = /\s*/y;
const attributeName = /[^\s=/<>"']+/y;
// The bound keeps a file full of unclosed braces from being read again at each of them.
const unquoted = /(?:\{\{(?:(?!\}\}).){0,2000}\}\}|[^\s>])+/sy;

function match(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

/**
 * Reads the open tag whose `<` is at `start`. `undefined` when the file ends inside it, which is then already
 * reported: nothing after it can be trusted.
 */
export function scanTag(source: Source, start: number, diagnostics: Diagnostics): OpenTag | undefined {
  const { text } = source;
  const tag = match(tagName, text, start + 1);
  const attributes: WxmlAttribute[] = [];
  const seen = new Set<string>();
  let at = start + 1 + tag.length;
  for (;;) {
    at += match(blank, text, at).length;
    const next = text[at];
    if (next === undefined) {
      diagnostics.problem({ source, start }, `The tag "<${tag}" has no ">": the file ends inside it. Add the ">".`);
      return undefined;
    }
    if (next === '>') return { tag, attributes, selfClosing: false, end: at + 1 };
    if (next === '/' && text[at + 1] === '>') return { tag, attributes, selfClosing: true, end: at + 2 };
    if (next === '<') {
      diagnostics.warn(
        'WXML',
        { source, start },
        `The tag "<${tag}" has no ">"; taken to end where the next tag starts.`,
      );
      return { tag, attributes, selfClosing: false, end: at };
    }
    const name = match(attributeName, text, at);
    if (name === '') {
      diagnostics.warn('WXML', { source, start: at }, `Unexpected ${next} inside the tag "<${tag}"; left out.`);
      at += 1;
      continue;
    }
    const attribute = scanValue(source, at, name, tag, diagnostics);
    if (attribute === undefined) return undefined;
    at = attribute.end;
    if (/[{}]/.test(name)) {
      diagnostics.warn('WXML', attribute.attribute, `"${name}" is no attribute name; left out.`);
    } else if (seen.has(name)) {
      diagnostics.warn(
        'WXML',
        attribute.attribute,
        `The attribute "${name}" is given twice on "<${tag}"; the first one counts.`,
      );
    } else {
      seen.add(name);
      attributes.push(attribute.attribute);
    }
  }
}

interface Scanned {
  readonly attribute: WxmlAttribute;
  readonly end: number;
}

/** Reads `= value` after an attribute's name, if there is one. */
function scanValue(
  source: Source,
  start: number,
  name: string,
  tag: string,
  diagnostics: Diagnostics,
): Scanned | undefined {
  const { text } = source;
  const afterName = start + name.length;
  const equals = afterName + match(blank, text, afterName).length;
  if (text[equals] !== '=') {
    return { attribute: { source, start, name, value: undefined, valueStart: start }, end: afterName };
  }
  const valueStart = equals + 1 + match(blank, text, equals + 1).length;
  const quote = text[valueStart];
  if (quote !== '"' && quote !== "'") {
    let value = match(unquoted, text, valueStart);
    // In `<image src=a.png/>` the slash closes the tag.
    if (value.endsWith('/') && text[valueStart + value.length] === '>') value = value.slice(0, -1);
    diagnostics.warn('WXML', { source, start: valueStart }, `The value of "${name}" is not in quotes.`);
    return { attribute: { source, start, name, value, valueStart }, end: valueStart + value.length };
  }
  const end = closingQuote(text, valueStart + 1, quote);
  if (end === -1) {
    const message = `The value of "${name}" on "<${tag}" has no closing ${quote}. Add it.`;
    diagnostics.problem({ source, start: valueStart }, message);
    return undefined;
  }
  const value = text.slice(valueStart + 1, end);
  return { attribute: { source, start, name, value, valueStart: valueStart + 1 }, end: end + 1 };
}

/**
 * Where a quoted value ends. A quote inside `{{ }}` does not end it (`class="{{a ? "x" : "y"}}"`), unless the
 * braces are simply not closed: then they must not swallow the attributes behind.
 */
function closingQuote(text: string, from: number, quote: string): number {
  const end = text.indexOf(quote, from);
  if (end === -1) return -1;
  const value = text.slice(from, end);
  if (value.lastIndexOf('{{') <= value.lastIndexOf('}}')) return end;
  const line = text.slice(end, end + 2_000);
  const close = line.search(/\}\}|\{\{|[\r\n]/);
  if (close === -1 || !line.startsWith('}}', close)) return end;
  const later = text.indexOf(quote, end + close + 2);
  return later === -1 ? end : later;
}
