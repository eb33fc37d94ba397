import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { type HeadlessOptions, type HeadlessProgram, openHeadless } from './headless.ts';

/** Opens a fixture, lets it come to rest, and ends its worker whatever happens. */
async function run(name: string, options: HeadlessOptions, use: (program: HeadlessProgram) => Promise<void>) {
  const folder = fileURLToPath(new URL(`./player/fixtures/${name}`, import.meta.url));
  const program = await openHeadless(folder, options);
  try {
    await program.idle();
    await use(program);
  } finally {
    program.dispose();
  }
}

function textOf(program: HeadlessProgram, selector: string): string | undefined {
  const tree = program.tree();
  const [node] = tree.find(selector);
  return node && tree.text(node);
}

test('a program is drawn, tapped, typed into and read', async () => {
  await run('counter', { storage: { count: '5' } }, async (program) => {
    expect(program.problems).toEqual([]);
    expect(textOf(program, '#count')).toBe('5');
    expect(program.tree().find('item-row .row')).toHaveLength(3);
    program.tap('button');
    await program.idle();
    expect(textOf(program, '#count')).toBe('7');
    program.input('#name', 'Ann');
    await program.idle();
    expect(textOf(program, '.greeting')).toBe('Hello Ann');
    program.tap('.row');
    await program.idle();
    expect(await program.data()).toMatchObject({
      count: 7,
      name: 'Ann',
      picked: 1,
      items: [{ label: 'ITEM 1' }, {}, {}],
    });
    expect(program.pages()).toMatchObject([{ route: 'pages/index/index', ready: true }]);
  });
});

test('lifecycles run in WeChat’s order through navigation, tabs and the background', async () => {
  await run('counter', {}, async (program) => {
    const stack = () => program.inspect('evaluate', { source: 'getCurrentPages().map((page) => page.route)' });
    program.tap('navigator');
    await program.idle();
    expect(textOf(program, '#from')).toBe('index');
    expect(program.screen.visible?.navigationBar).toMatchObject({ title: 'Detail', back: true });
    expect(await stack()).toEqual(['pages/index/index', 'pages/detail/detail']);
    program.tap('button');
    await program.idle();
    program.screen.act({ kind: 'tab', index: 1 });
    await program.idle();
    expect(await stack()).toEqual(['pages/mine/mine']);
    program.screen.act({ kind: 'tab', index: 0 });
    program.hide();
    program.show();
    await program.idle();
    expect(await program.inspect('global-data', null)).toEqual({
      log: [
        ...['launch pages/index/index', 'app show', 'index load', 'index show', 'index ready'],
        ...['index hide', 'detail load', 'detail show', 'detail ready', 'detail unload', 'index show'],
        ...['index hide', 'mine load', 'mine show', 'mine tabitemtap', 'mine ready'],
        ...['mine hide', 'app hide', 'app show', 'mine show'],
        ...['mine hide', 'index show', 'index tabitemtap'],
      ],
    });
  });
});

test('errors and logs carry positions in the author’s files', async () => {
  await run('counter', {}, async (program) => {
    program.tap('.fails');
    program.tap('.later');
    await program.idle();
    expect(program.problems).toMatchObject([
      {
        code: 'SCRIPT',
        message: 'fail of pages/index/index: Error: on purpose',
        position: { file: 'pages/index/index.js' },
        sourceLine: "      throw new Error('on purpose');",
        stack: expect.stringMatching(/^ {4}at fail \(pages\/index\/index\.js:\d+:\d+\)$/),
      },
    ]);
    expect(program.reports).toContainEqual({
      kind: 'log',
      level: 'info',
      text: expect.stringContaining('later'),
      position: expect.stringMatching(/^pages\/index\/index\.js:\d+:\d+$/),
    });
    // A timer of 0 ms belongs to what `idle` waits for.
    expect(await program.data()).toMatchObject({ name: 'timer' });
  });
});

test('a modal is answered by the test', async () => {
  await run('counter', {}, async (program) => {
    program.tap('.asks');
    await program.idle();
    expect(program.screen.modal).toMatchObject({ title: 'Sure?' });
    program.screen.answerModal('confirm');
    await program.idle();
    expect(textOf(program, '.greeting')).toBe('Hello yes');
  });
});

for (const count of [1_000, 10_000]) {
  test(`a tap that changes one of ${count} rows sends one operation`, async () => {
    await run('rows', { launch: { query: { count: String(count) } } }, async (program) => {
      expect(program.problems).toEqual([]);
      expect(program.tree().find('.row')).toHaveLength(count);
      const operations: string[] = [];
      const stop = program.tree().watch({
        mount: () => operations.push('mount'),
        patch: (_block, _hole, value) => operations.push(`patch ${value}`),
        move: () => operations.push('move'),
        unmount: () => operations.push('unmount'),
        rescope: () => 0,
        decorate: () => 0,
        scope: () => operations.push('scope'),
        flushed: () => undefined,
      });
      operations.length = 0;
      program.tap(`#row-${count - 3}`);
      await program.idle();
      stop();
      expect(operations).toEqual(['patch row done']);
    });
  });
}

test('a program that takes all memory ends with its limit, on the screen and in the report', async () => {
  await run('hostile', { launch: { path: 'pages/memory/memory' } }, async (program) => {
    expect(program.ended).toMatchObject({ code: 'LIMIT_MEMORY' });
    expect(program.screen.failure).toMatchObject({ code: 'LIMIT_MEMORY' });
    expect(program.reports.at(-1)).toMatchObject({ kind: 'problem', fatal: true });
  });
});

for (const [path, query, expected] of [
  ['pages/throws/throws', {}, { code: 'SCRIPT', position: { file: 'pages/throws/throws.js', line: 2 } }],
  ['pages/setdata/setdata', { what: 'size' }, { code: 'SET_DATA', message: expect.stringContaining('1,024 KB') }],
  ['pages/string/string', {}, { code: 'SET_DATA', message: expect.stringContaining('1,024 KB') }],
  ['pages/loop/loop', {}, { code: 'LIMIT_TIME', position: { file: 'pages/loop/loop.js' } }],
  ['pages/stack/stack', {}, { code: 'SCRIPT', message: expect.stringContaining('stack overflow') }],
] as const) {
  test(`${path} ${JSON.stringify(query)} is an error of its own, and the program goes on`, async () => {
    await run('hostile', { launch: { path, query }, limits: { turnMs: 300 } }, async (program) => {
      expect(program.problems).toMatchObject([expected]);
      expect(program.ended).toBeUndefined();
      expect(program.pages()).toMatchObject([{ ready: true }]);
    });
  });
}

test('setData of a function is a warning that names it', async () => {
  const launch = { path: 'pages/setdata/setdata', query: { what: 'function' } };
  await run('hostile', { launch }, async (program) => {
    expect(program.warnings).toMatchObject([{ code: 'SET_DATA', message: expect.stringContaining('"handler"') }]);
  });
});

test('a project that does not build rejects with its first problem', async () => {
  const folder = fileURLToPath(new URL('./player/fixtures', import.meta.url));
  await expect(openHeadless(folder)).rejects.toMatchObject({ name: 'TerrariumError', code: 'MANIFEST' });
});
