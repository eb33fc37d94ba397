import { containers } from './containers.js';
import { content } from './content.js';
import { feedback } from './feedback.js';
import { forms } from './forms.js';
import { media } from './media.js';
import { navigation } from './navigation.js';
import { parts } from './parts.js';
import { queries } from './queries.js';
import { surroundings } from './surroundings.js';

/** What the start pages list. Components first, then what acts on the view; a group is one heading. */
export const groups = [containers, content, forms, media, parts, navigation, queries, feedback, surroundings];

/** Of the start page that lists `part`: `components` or `apis`. */
export const groupsOf = (part) => groups.filter((group) => group.part === part);

/**
 * One entry. `title` is what the page is about, `tags` the built-in components it shows (the first owns the controls
 * without a dot), `apis` the members of `wx`; `controls` is attribute or option → kind of control; `fixed` names
 * attributes the examples set without a control, `events` what they listen to.
 */
export function entryOf(id) {
  for (const { entries } of groups) {
    const found = entries.find((entry) => entry.id === id);
    if (found) return { controls: {}, ...found };
  }
  throw new Error(`the catalog has no entry ${id}`);
}

/** Groups whose entries hold every word of `search` in title, summary or names; empty groups are left out. */
export function find(part, search) {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
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

/** Where the page of an entry is. Pages on the tab bar belong to the main package. */
export const urlOf = (part, { id, tab }) => `/${part === 'components' || tab ? 'pages' : 'apis'}/${id}/${id}`;
