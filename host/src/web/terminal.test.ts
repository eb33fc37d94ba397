import { expect, test } from '@playwright/test';
import type { ProgramListing } from './messages.ts';
import { clean, createTerminal, excerpt } from './terminal.ts';

const listing: ProgramListing = {
  appId: 'todos',
  name: 'Todos',
  version: '1',
  digest: 'd',
  development: false,
  pages: [],
  entryPage: '',
  folder: 'todos',
  problems: [],
};

function recorded(): { text: () => string; terminal: ReturnType<typeof createTerminal> } {
  let text = '';
  const write = (more: string): void => {
    text += more;
  };
  return { text: () => text, terminal: createTerminal({ write, colour: false }) };
}

test('a compile error prints file, line, column, source and caret', () => {
  const { text, terminal } = recorded();
  const position = { file: 'pages/a/a.wxml', line: 12, column: 5 };
  const problem = { code: 'COMPILE' as const, message: 'unexpected </view>', position, sourceLine: '    </view>' };
  terminal.built(listing, { ok: false, first: false, durationMs: 4, problems: [problem], warnings: [] });
  expect(text()).toBe(
    [
      '[todos] pages/a/a.wxml:12:5  unexpected </view>',
      '  12 |     </view>',
      '     |     ^',
      '[todos] 1 problem; the last good build keeps running',
      '',
    ].join('\n'),
  );
});

test('builds tell their time, console lines their place', () => {
  const { text, terminal } = recorded();
  terminal.built(listing, { ok: true, first: true, durationMs: 41.6, problems: [], warnings: [] });
  terminal.log({
    appId: 'todos',
    lines: [{ kind: 'log', level: 'info', text: 'loaded 3', position: 'pages/index/index.js:12:3' }],
  });
  expect(text()).toBe('[todos] built in 42 ms\n[todos] pages/index/index.js:12:3 loaded 3\n');
});

test('an uncaught error prints its stack in author files', () => {
  const { text, terminal } = recorded();
  const position = { file: 'app.js', line: 2, column: 1 };
  const problem = { code: 'SCRIPT', message: 'boom', position, stack: 'at onLaunch (app.js:2:1)' };
  terminal.log({ appId: 'todos', lines: [{ kind: 'problem', problem }] });
  expect(text()).toBe('[todos] app.js:2:1  boom\n    at onLaunch (app.js:2:1)\n');
});

test('control characters of a program never reach the terminal', () => {
  expect(clean('a\u001b[2Jb\u0007c\u009b31m\u202ed\ne\tf')).toBe('a[2Jbc31md\ne\tf');
  expect(clean('x'.repeat(5_000))).toHaveLength(4_001);
});

test('the caret stays under its column in long and tabbed lines', () => {
  const [line, caret] = excerpt(`\t\t${'a'.repeat(200)}X`, { file: 'a', line: 7, column: 203 });
  expect(line[caret.indexOf('^')]).toBe('X');
});
