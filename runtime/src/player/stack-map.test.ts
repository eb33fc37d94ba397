import { expect, test } from '@playwright/test';
import { createStackMap } from './stack-map.ts';

// Two generated lines; line 1 column 0 is a.js 3:4, line 2 column 2 is b.ts 1:0.
const map = JSON.stringify({
  version: 3,
  sources: ['pages/a.js', 'lib/b.ts'],
  sourcesContent: ['one\ntwo\n  boom();', 'later();'],
  names: [],
  mappings: 'AAEI;ECFJ',
});

test('frames come out in the author’s files, the base library’s are left out', () => {
  const stackMap = createStackMap();
  let reads = 0;
  stackMap.add('main.logic.js', () => {
    reads += 1;
    return map;
  });
  const stack = [
    '    at onLoad (main.logic.js:1:1)',
    '    at <anonymous> (main.logic.js:2:3)',
    '    at runHandler (guest.js:1:999)',
    '    at apply (native)',
  ].join('\n');
  expect(stackMap.map(stack)).toEqual({
    text: '    at onLoad (pages/a.js:3:5)\n    at lib/b.ts:1:1',
    position: { file: 'pages/a.js', line: 3, column: 5 },
    sourceLine: '  boom();',
  });
  stackMap.map(stack);
  expect(reads).toBe(1);
});

test('a sectioned map works, and a frame without a column', () => {
  const stackMap = createStackMap();
  const sectioned = { version: 3, sections: [{ offset: { line: 10, column: 0 }, map: JSON.parse(map) }] };
  stackMap.add('main.logic.js', () => JSON.stringify(sectioned));
  expect(stackMap.map('    at main.logic.js:11')).toMatchObject({ position: { file: 'pages/a.js', line: 3 } });
});

test('without a map, and with one that cannot be read, frames stay as they are', () => {
  const stackMap = createStackMap();
  stackMap.add('main.logic.js', undefined);
  stackMap.add('sub/main.logic.js', () => 'not a map');
  expect(stackMap.map('    at f (main.logic.js:5:6)\n    at sub/main.logic.js:7:8')).toMatchObject({
    text: '    at f (main.logic.js:5:6)\n    at sub/main.logic.js:7:8',
    position: { file: 'main.logic.js', line: 5, column: 6 },
  });
});

test('text that is no stack gives nothing', () => {
  const stackMap = createStackMap();
  stackMap.add('a', undefined);
  expect(stackMap.map('at the end of\nthe day')).toEqual({ text: '', position: undefined, sourceLine: undefined });
});

test('a runaway recursion is cut short', () => {
  const stackMap = createStackMap();
  stackMap.add('a.js', undefined);
  expect(stackMap.map('    at down (a.js:1:1)\n'.repeat(5000)).text.split('\n')).toHaveLength(20);
});

test('of a program on one line, a piece of it is shown', () => {
  const stackMap = createStackMap();
  const long = {
    ...JSON.parse(map),
    sourcesContent: ['x', `one\ntwo\n${'f();'.repeat(50_000)}`],
    sources: ['b.ts', 'a.js'],
  };
  stackMap.add('main.logic.js', () => JSON.stringify({ ...long, mappings: 'ACEI' }));
  const { position, sourceLine } = stackMap.map('    at main.logic.js:1:1');
  expect(position).toMatchObject({ file: 'a.js', line: 3 });
  expect(sourceLine).toHaveLength(400);
});
