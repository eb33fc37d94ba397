import type { Row } from '../program/changes.js';
import { createPlainSubject } from './list-state.ts';
import type { Subject } from './subject.ts';

interface Drawn {
  readonly root: Element;
  readonly name: Text;
}

/** By hand, as fast as we know how: a cloned template and one reference per row. */
export function createVanilla(): Subject {
  const template = document.createElement('div');
  template.className = 'row';
  for (const [tag, name] of [
    ['span', 'name'],
    ['span', 'note'],
    ['div', 'price'],
  ] as const) {
    const child = document.createElement(tag);
    child.className = name;
    child.append('');
    template.append(child);
  }
  const mark = document.createElement('div');
  mark.className = 'mark';
  template.append(mark);

  let drawn: Drawn[] = [];
  const make = (row: Row): Drawn => {
    const root = template.cloneNode(true);
    if (!(root instanceof HTMLElement)) throw new Error('a clone is an element');
    if (row.done) root.className = 'row done';
    const texts: Text[] = [];
    for (let child = root.firstChild; child; child = child.nextSibling) {
      const text = child.firstChild;
      if (text instanceof Text) texts.push(text);
    }
    const [name, note, price] = texts;
    if (!name || !note || !price) throw new Error('a row has three texts');
    name.data = row.name;
    note.data = row.note;
    price.data = String(row.price);
    return { root, name };
  };
  const append = (rows: readonly Row[]) => {
    const fragment = document.createDocumentFragment();
    for (const row of rows) {
      const one = make(row);
      drawn.push(one);
      fragment.append(one.root);
    }
    document.body.append(fragment);
  };
  const rename = (rows: readonly Row[], touched: readonly number[]) => {
    for (const at of touched) {
      const row = rows[at];
      const one = drawn[at];
      if (row && one) one.name.data = row.name;
    }
  };
  const swap = (one: number, other: number) => {
    const first = drawn[one];
    const second = drawn[other];
    if (!first || !second) return;
    const after = second.root.nextSibling;
    first.root.before(second.root);
    document.body.insertBefore(first.root, after);
    drawn[one] = second;
    drawn[other] = first;
  };

  return createPlainSubject(({ rows, touched }, { kind, count }) => {
    switch (kind) {
      case 'create':
      case 'clear':
        document.body.replaceChildren();
        drawn = [];
        append(rows);
        break;
      case 'append':
        append(rows.slice(-count));
        break;
      case 'remove':
        for (const { root } of drawn.splice(Math.floor(drawn.length / 2), 1)) root.remove();
        break;
      case 'swap':
        swap(1, drawn.length - 2);
        break;
      default:
        rename(rows, touched);
    }
  });
}
