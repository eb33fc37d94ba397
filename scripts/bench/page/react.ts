import { createElement, memo, useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { Row } from '../program/changes.js';
import { createPlainSubject } from './list-state.ts';
import type { Subject } from './subject.ts';

const RowView = memo(({ row }: { readonly row: Row }) =>
  createElement(
    'div',
    { className: row.done ? 'row done' : 'row' },
    createElement('span', { className: 'name' }, row.name),
    createElement('span', { className: 'note' }, row.note),
    createElement('div', { className: 'price' }, row.price),
    createElement('div', { className: 'mark' }),
  ),
);

/** React as one writes it for long lists: keyed rows, each memoised on its item. */
export function createReact(): Subject {
  let set: (rows: readonly Row[]) => void = () => undefined;
  const List = () => {
    const [rows, setRows] = useState<readonly Row[]>([]);
    set = setRows;
    return rows.map((row) => createElement(RowView, { key: row.id, row }));
  };
  const root = createRoot(document.body);
  flushSync(() => root.render(createElement(List)));
  return createPlainSubject(({ rows }) => flushSync(() => set(rows)));
}
