import { expect, test } from '@playwright/test';
import { canvasArity, canvasCommands, canvasLimits, canvasNames } from '../protocol/canvas.ts';
import type { HostMessage, LogLine } from '../protocol/index.ts';
import { webGlFirst, webGlMethods, webGlObjects } from '../protocol/webgl.ts';
import { contextCommands } from './context-commands.ts';
import { canvasExtension, createRecordingSurface } from './index.ts';
import { pathSteps } from './path-commands.ts';

/** An opened extension over surfaces that only remember, and what it does to what is around it. */
function open() {
  const lines: LogLine[] = [];
  const delivered: HostMessage[] = [];
  const timers: (() => void)[] = [];
  const posted: unknown[] = [];
  const canvas = canvasExtension(createRecordingSurface, { canvas: '', webGl: 'the source' }).open({
    deliver: (messages) => void delivered.push(...messages),
    post: (data) => void posted.push(data),
    setTimer(callback) {
      timers.push(callback);
      return () => undefined;
    },
    log: (line) => void lines.push(line),
  });
  /** Commands by name. */
  const run = (...list: readonly unknown[]) =>
    String(
      canvas.call(
        JSON.stringify(list.map((part) => (typeof part === 'string' && part.startsWith('!') ? number(part) : part))),
      ),
    );
  return { canvas, run, lines, delivered, timers, posted, texts: () => lines.map(({ text }) => text) };
}

const number = (name: string) => canvasCommands[name.slice(1)] ?? -1;

test('every command of the table is carried out somewhere, and none has a name that objects inherit', () => {
  const elsewhere = [
    ...['target', 'offscreen', 'drop', 'dropImage', 'resize', 'clean', 'frame', 'export', 'save', 'restore'],
    ...['webGlLibrary', 'openWebGl', 'forgetWebGl'],
    ...['setTransform', 'resetTransform', 'putPixels', 'measureText', 'isPointInPath', 'isPointInPathOf', 'read'],
    ...['isPointInStroke', 'isPointInStrokeOf', 'getPixels', 'getTransform', 'getLineDash', 'toDataURL'],
  ];
  const known = [...contextCommands.keys(), ...pathSteps.keys(), ...elsewhere];
  expect([...canvasNames].sort()).toEqual(known.sort());
  expect(canvasArity.every((count) => count >= 0 && count <= 10)).toBe(true);
  for (const name of ['constructor', 'toString', '__proto__']) expect(canvasCommands[name]).toBeUndefined();
});

const hostile: readonly [title: string, text: string][] = [
  ['no JSON', 'fillRect'],
  ['no list', '{"0":1}'],
  ['a command by name', '["fillRect",0,0,1,1]'],
  ['a command beyond the table', '[9999]'],
  ['a command below it', '[-1]'],
  ['a command that is no whole number', '[0.5]'],
  ['an inherited name', '["__proto__"]'],
  ['a list that is cut off', `[${number('!target')}]`],
  ['text for a number', `[${number('!target')},"1"]`],
  ['a number for text', `[${number('!font')},1]`],
  ['an object for text', `[${number('!fillStyle')},{"toString":1}]`],
  ['text beyond its limit', JSON.stringify([number('!fillStyle'), 'x'.repeat(5_000)])],
];
for (const [title, text] of hostile) {
  test(`${title} is refused`, () => {
    const { canvas } = open();
    let refused: unknown;
    try {
      canvas.call(text);
    } catch (error) {
      refused = Object(error).code;
    }
    expect(refused).toBe('BAD_ARGUMENT');
    // And it goes on.
    expect(canvas.call(JSON.stringify([number('!read'), 'font']))).toBe('"10px sans-serif"');
  });
}

test('WebGL is answered for what has none, its source is given, and its commands have their place', () => {
  const { run, canvas, texts } = open();
  expect(run('!webGlLibrary')).toBe('the source');
  expect(run('!offscreen', -1, 4, 4, '!target', -1, '!openWebGl', 1, [true])).toBe('null');
  expect(texts()).toEqual([expect.stringContaining('getContext gives null for it')]);
  // Of a canvas without a context: read past, with as many arguments as it has.
  const clear = webGlFirst + webGlMethods.findIndex(({ name }) => name === 'clearColor');
  expect(run(clear, 0, 0, 0, 1, '!read', 'font')).toBe('"10px sans-serif"');
  for (const command of [webGlFirst + webGlMethods.length, webGlFirst - 1, webGlFirst + 0.5]) {
    expect(() => canvas.call(JSON.stringify([command]))).toThrow('there is no command');
  }
});

test('the table of WebGL is in order', () => {
  const letters = /^[nbtlwdfius]*$/;
  for (const { name, takes, gives } of webGlMethods) {
    expect(takes.replace(/[A-Z]/g, ''), name).toMatch(letters);
    // Bytes are taken once, and what gives some takes a view and a length.
    expect(takes.replace(/[^dfius]/g, '').length, name).toBeLessThan(2);
    expect(/^[?!]?$/.test(gives) || Object.hasOwn(webGlObjects, gives), name).toBe(true);
    for (const capital of takes.replace(/[a-z]/g, '')) expect(Object.hasOwn(webGlObjects, capital), name).toBe(true);
  }
  const names = webGlMethods.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(canvasNames.length).toBeLessThan(webGlFirst);
});

test('what one turn draws is limited, and the next begins anew', () => {
  const { canvas } = open();
  const many = JSON.stringify(new Array(400_000).fill(number('!beginPath')));
  const flood = () => {
    for (let time = 0; time < 8; time += 1) canvas.call(many);
  };
  expect(flood).toThrow('one turn drew more than can be drawn');
  canvas.startTurn();
  expect(canvas.call('[]')).toBe('');
});

test('surfaces have their own state, in save and restore too', () => {
  const { run } = open();
  run('!offscreen', -1, 10, 10, '!offscreen', -2, 10, 10);
  run('!target', -1, '!font', '20px serif', '!save', '!font', '30px serif', '!lineWidth', 4, '!target', -2);
  expect(run('!read', 'font')).toBe('"10px sans-serif"');
  expect(run('!target', -1, '!read', 'lineWidth')).toBe('4');
  expect(run('!restore', '!read', 'font')).toBe('"20px serif"');
  expect(run('!resize', 20, 20, '!read', 'font')).toBe('"10px sans-serif"');
  expect(run('!read', '__proto__')).toBe('null');
});

test('what is not there is drawn on without a word: a canvas that has left, one that never was', () => {
  const { run, canvas, texts } = open();
  canvas.receive({ kind: 'surface', id: 7 });
  expect(run('!target', 7, '!read', 'font')).toBe('"10px sans-serif"');
  canvas.receive({ kind: 'gone', id: 7 });
  expect(run('!fillRect', 0, 0, 1, 1, '!read', 'font')).toBe('');
  expect(run('!target', 99, '!fillRect', 0, 0, 1, 1, '!drop', 0, '!target', 0, '!read', 'font')).not.toBe('');
  expect(texts()).toEqual([]);
});

test('sizes and counts beyond the limits are not made, and the author is told once', () => {
  const { run, texts } = open();
  run('!offscreen', -1, 10, 10, '!target', -1, '!resize', canvasLimits.side + 1, 10);
  run('!resize', canvasLimits.side + 1, 10, '!resize', null, -5);
  expect(texts()).toEqual([expect.stringContaining(`canvas: ${canvasLimits.side + 1} × 10 pixels are more`)]);
  for (let id = 2; id <= canvasLimits.surfaceCount + 3; id += 1) run('!offscreen', -id, 1, 1);
  expect(texts()).toHaveLength(2);
  expect(run('!target', -canvasLimits.surfaceCount - 2, '!read', 'font')).toBe('');
  // One that is dropped makes room.
  run('!drop', -2, '!offscreen', -900, 1, 1);
  expect(run('!target', -900, '!read', 'font')).toBe('"10px sans-serif"');
});

test('all surfaces together have a limit', () => {
  const { run, texts } = open();
  for (let id = 1; id <= 6; id += 1) run('!offscreen', -id, 4_096, 4_096);
  expect(texts()).toHaveLength(1);
});

test('a frame is told once, however often it was asked for', () => {
  const { run, timers, delivered } = open();
  run('!frame', '!frame');
  run('!frame');
  expect(timers).toHaveLength(1);
  timers[0]?.();
  expect(delivered).toEqual([{ kind: 'notify', name: 'canvasFrame', data: { time: expect.any(Number) } }]);
  run('!frame');
  expect(timers).toHaveLength(2);
});

test('without a browser it measures about, and says what it cannot', async () => {
  const { run, canvas, texts, posted } = open();
  run('!offscreen', -1, 4, 4, '!target', -1, '!font', 'bold 20px sans-serif');
  expect(JSON.parse(run('!measureText', 'ab'))).toMatchObject({ width: 20 });
  expect(JSON.parse(run('!measureText', '画布'))).toMatchObject({ width: 40 });
  expect(run('!getPixels', 0, 0, 2, 1)).toBe('0,0,0,0,0,0,0,0');
  const most = canvas.call(JSON.stringify([number('!getPixels'), 0, 0, 1e9, 1e9]));
  expect(most).toHaveLength(canvasLimits.strip * 4);
  run('!toDataURL', 'image/png', 1);
  expect(texts().every((text) => text.includes('without a browser'))).toBe(true);
  run('!export', 3, 0, 0, 4, 4, 4, 4, 0, 1);
  await expect.poll(() => posted).toEqual([{ kind: 'exported', id: 3, type: 'image/png' }]);
});
