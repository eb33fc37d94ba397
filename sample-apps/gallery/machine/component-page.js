import { entryOf } from '../catalog/index.js';
import { caseMembers } from './case-members.js';
import { dataNameOf } from './names.js';

const logLimit = 30;

/**
 * A page of the gallery. Its controls come from the entry of that id; each stands in the page's data under the
 * attribute's name in camel case, for the example to bind. `onEvent` logs what it hears, `log(name, detail)` anything.
 *
 * @param {string} id
 * @param {Record<string, any>} own data and methods of this page
 */
export function componentPage(id, { data = {}, ...own } = {}) {
  const { title, summary, controls } = entryOf(id);
  const rows = Object.keys(controls).map((name) => ({ name, field: dataNameOf(name), ...controls[name] }));
  const values = {};
  for (const { field, value } of rows) values[field] = value;
  let lines = [];
  let serial = 0;

  Page({
    data: { ...values, ...data, gallery: { title, summary, rows, lines } },

    onControl({ detail: { index, value } }) {
      const { field } = rows[index];
      this.setData({ [field]: value, [`gallery.rows[${index}].value`]: value });
      this.onChanged?.(field, value);
    },

    onEvent(event) {
      this.log(event.type, event.detail);
    },

    /** Newest first; the same event again and again is one line with a count. */
    log(name, detail) {
      const words = detail === undefined ? '' : wordsOf(detail);
      const [last, ...others] = lines;
      if (last?.name === name) lines = [{ ...last, words, count: last.count + 1 }, ...others];
      else {
        serial += 1;
        lines = [{ id: serial, name, words, count: 1 }, ...lines].slice(0, logLimit);
      }
      this.setData({ 'gallery.lines': lines });
    },

    onClear() {
      lines = [];
      this.setData({ 'gallery.lines': lines });
    },

    /** Options for a `wx` call whose answer goes to the log. */
    answers(name) {
      return {
        success: (result) => this.log(`${name} success`, result),
        fail: (result) => this.log(`${name} fail`, result),
      };
    },

    ...caseMembers,
    ...own,

    onLoad(query) {
      this.followCases(id, `/${this.route}`);
      own.onLoad?.call(this, query);
    },

    onUnload() {
      lines = [];
      this.leaveCases();
      own.onUnload?.call(this);
    },
  });
}

/** Short enough for a line or two; numbers without endless fractions. */
function wordsOf(detail) {
  const words = JSON.stringify(detail, (_, value) =>
    typeof value === 'number' ? Math.round(value * 100) / 100 : value,
  );
  if (words === undefined || words === '{}') return '';
  return words.length > 200 ? `${words.slice(0, 200)}…` : words;
}
