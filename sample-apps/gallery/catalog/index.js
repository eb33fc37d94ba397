import { calls } from './calls.js';
import { containers } from './containers.js';
import { content } from './content.js';
import { feedback } from './feedback.js';
import { forms } from './forms.js';
import { media } from './media.js';
import { navigation } from './navigation.js';
import { parts } from './parts.js';
import { queries } from './queries.js';
import { steering } from './steering.js';
import { surroundings } from './surroundings.js';

/**
 * One entry. `title` is what the page is about, `tags` the built-in components it shows (the first owns the controls
 * without a dot), `apis` the members of `wx`; `controls` is attribute or option → kind of control, `own` those of them
 * that belong to the example alone; `fixed` names attributes the examples set without a control, `events` what they
 * listen to, `also` more words to find it by, `tab` that its page is one of the tab bar, `plain` that it has nothing but
 * the cases of its calls (`cases/`).
 *
 * @typedef {object} Entry
 * @property {string} id
 * @property {string} title
 * @property {string} summary
 * @property {string} [also]
 * @property {boolean} [tab]
 * @property {boolean} [plain]
 * @property {string[]} [tags]
 * @property {string[]} [apis]
 * @property {Record<string, object | undefined>} [controls]
 * @property {string[]} [own]
 * @property {string[]} [fixed]
 * @property {string[]} [events]
 */

/**
 * What the start pages list. Components first, then what acts on the view; a group is one heading.
 *
 * @type {{ title: string, part: string, entries: Entry[] }[]}
 */
export const groups = [
  containers,
  content,
  forms,
  media,
  parts,
  navigation,
  queries,
  feedback,
  surroundings,
  steering,
  calls,
];

/**
 * Of the start page that lists `part`: `components` or `apis`.
 * @param {string} part
 */
export const groupsOf = (part) => groups.filter((group) => group.part === part);

/**
 * The entry of that id; there is one.
 * @param {string} id
 */
export function entryOf(id) {
  for (const { entries } of groups) {
    const found = entries.find((entry) => entry.id === id);
    if (found) return { controls: {}, ...found };
  }
  throw new Error(`the catalog has no entry ${id}`);
}

/**
 * Groups whose entries hold every word of `search` in title, summary or names; empty groups are left out.
 * @param {string} part
 * @param {string} search
 */
export function find(part, search) {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  /** @param {Entry} entry */
  const fits = ({ title, summary, tags = [], apis = [], controls = {}, also = '' }) => {
    const all = [title, summary, ...tags, ...apis, ...Object.keys(controls), also].join(' ').toLowerCase();
    return words.every((word) => all.includes(word));
  };
  return groupsOf(part)
    .map(({ title, entries }) => ({
      title,
      entries: entries.filter(fits).map((entry) => ({
        id: entry.id,
        title: entry.title,
        summary: entry.summary,
        tab: entry.tab === true,
        url: urlOf(part, entry),
      })),
    }))
    .filter(({ entries }) => entries.length > 0);
}

/**
 * Where the page of an entry is. Pages on the tab bar belong to the main package; plain entries share one page.
 * @param {string} part
 * @param {{ id: string, tab?: boolean, plain?: boolean }} entry
 */
export function urlOf(part, { id, tab, plain }) {
  if (plain) return `/apis/cases/cases?id=${id}`;
  return `/${part === 'components' || tab ? 'pages' : 'apis'}/${id}/${id}`;
}
