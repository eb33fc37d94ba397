import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test as base, expect, type FrameLocator, type Page } from '@playwright/test';
import { type Host, openHost } from '../web/index.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
/** A real host on copies of todos, so that a test may edit them. */
interface Running {
  readonly host: Host;
  /** The copy that is `todos`; `garden` is a second program. */
  readonly folder: string;
  readonly garden: string;
  /** What the terminal shows. */
  output(): string;
  edit(file: string, change: (text: string) => string): Promise<void>;
}

const test = base.extend<{ running: Running }>({
  locale: 'en-GB',
  viewport: { width: 1280, height: 960 },
  running: async ({ page }, use) => {
    const complaints: string[] = [];
    page.on('console', (message) => {
      // Chromium says it of every script-less page frame; it is what such frames are for.
      const expected = message.text().startsWith('Blocked script execution in');
      if (['warning', 'error'].includes(message.type()) && !expected) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    const place = await mkdtemp(join(tmpdir(), 'terrarium-shell-'));
    const folder = join(place, 'todos');
    const garden = join(place, 'garden');
    for (const copy of [folder, garden]) await cp(join(root, 'sample-apps/todos'), copy, { recursive: true });
    await change(join(garden, 'terrarium.json'), (text) =>
      text.replace('"todos"', '"garden"').replace('"Todos"', '"Garden"'),
    );
    let text = '';
    const host = await openHost({
      folders: [folder, garden],
      port: 0,
      dataFolder: join(place, 'data'),
      shellFolder: join(root, 'host/dist/shell'),
      bundlesFolder: join(root, 'runtime/dist/bundles'),
      development: true,
      about: { version: '0.1.0', node: process.versions.node },
      write: (more) => {
        text += more;
      },
      colour: false,
    });
    await use({
      host,
      folder,
      garden,
      output: () => text,
      edit: (file, how) => change(join(folder, file), how),
    });
    expect(complaints, 'warnings and errors of shell and player').toEqual([]);
    // First the page: it would complain about the host's end.
    await page.close();
    await host.dispose();
    await rm(place, { recursive: true });
  },
});

async function change(file: string, how: (text: string) => string): Promise<void> {
  const before = await readFile(file, 'utf8');
  const after = how(before);
  expect(after, `the edit of ${file} should change it`).not.toBe(before);
  await writeFile(file, after);
}

const playerOf = (page: Page, appId: string): FrameLocator => page.frameLocator(`iframe[data-app-id="${appId}"]`);
const topOf = (page: Page, appId = 'todos'): FrameLocator =>
  playerOf(page, appId).frameLocator('iframe[data-page][data-top]');

async function add(page: Page, title: string, appId = 'todos'): Promise<void> {
  const input = topOf(page, appId).locator('wx-input.add-input input');
  await input.fill(title);
  await topOf(page, appId).getByText('Add', { exact: true }).click();
  await expect(topOf(page, appId).getByText(title, { exact: true })).toBeVisible();
}

test('from the launcher to a task that is still there after a reload', async ({ page, running }) => {
  await page.goto(running.host.address);
  await page.getByRole('button', { name: /Todos/ }).first().click();
  await expect(page.locator('.program[data-app=todos]')).toHaveAttribute('data-phase', 'ready');
  await add(page, 'Water the fern');
  await page.reload();
  await page.getByRole('region', { name: 'Recent' }).getByText('Todos').click();
  await expect(topOf(page).getByText('Water the fern')).toBeVisible();
});

test('search finds by name and says when there is nothing', async ({ page, running }) => {
  await page.goto(running.host.address);
  const search = page.getByRole('searchbox');
  await search.fill('gard');
  await expect(page.locator('.program-row')).toHaveText([/Garden/]);
  await search.fill('pizza');
  await expect(page.getByText('Nothing is called “pizza”.')).toBeVisible();
  await page.getByRole('button', { name: 'Clear search' }).click();
  await expect(page.locator('.program-row')).toHaveCount(2);
});

test('a compile error covers the program with its place, and goes with the next good build', async ({
  page,
  running,
}) => {
  await page.goto(`${running.host.address}/?open=todos`);
  await add(page, 'Sow peas');
  await topOf(page).getByText('Sow peas').click();
  await expect(topOf(page).getByText('Delete task')).toBeVisible();

  await running.edit('pages/edit/edit.wxml', (text) => text.replace('{{created}}', '{{created +}}'));
  const overlay = page.getByRole('alert');
  await expect(overlay).toContainText('This program does not build');
  await expect(overlay).toContainText('The last good build keeps running.');
  const source = await readFile(join(running.folder, 'pages/edit/edit.wxml'), 'utf8');
  const line = source.split('\n').findIndex((text) => text.includes('{{created +}}')) + 1;
  await expect(overlay.locator('.problem-place')).toHaveText(new RegExp(`^pages/edit/edit\\.wxml:${line}:\\d+$`));
  const shown = await overlay.locator('.problem-source').textContent();
  const [code = '', caret = ''] = (shown ?? '').split('\n');
  expect(code).toContain('{{created +}}');
  expect(code[caret.indexOf('^')]).toBe('}');
  expect(running.output()).toMatch(new RegExp(`\\[todos\\] pages/edit/edit\\.wxml:${line}:\\d+ `));

  await page.getByRole('button', { name: 'Hide' }).click();
  await expect(overlay).toHaveCount(0);
  await expect(topOf(page).getByText('Delete task')).toBeVisible();

  await running.edit('pages/edit/edit.wxml', (text) =>
    text.replace('{{created +}}', '{{created}}').replace('Delete task', 'Remove task'),
  );
  // The page that was open is open again, with its query.
  await expect(topOf(page).getByText('Remove task')).toBeVisible();
  await expect(topOf(page).locator('wx-input.title-input input')).toHaveValue('Sow peas');
  await expect(overlay).toHaveCount(0);
});

test('the launcher marks a program that does not build', async ({ page, running }) => {
  await running.edit('app.json', (text) => text.replace('{', '{{'));
  await page.goto(`${running.host.address}/`);
  await expect(page.locator('[data-app=todos] .mark-problem')).toBeVisible();
  await running.edit('app.json', (text) => text.replace('{{', '{'));
  await expect(page.locator('[data-app=todos] .mark-problem')).toHaveCount(0);
});

test('the menu ignores early and untrusted input, makes the program inert, and gives focus back', async ({
  page,
  running,
}) => {
  await page.goto(`${running.host.address}/?open=todos`);
  await expect(topOf(page).getByText('A clear day')).toBeVisible();
  const menu = page.getByRole('button', { name: 'Menu' });
  await menu.click();
  const sheet = page.getByRole('dialog', { name: 'Menu' });
  await expect(sheet).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(sheet.getByRole('button', { name: 'Cancel' })).toHaveAttribute('aria-disabled', 'true');
  await expect(sheet).toBeVisible();
  const player = page.locator('iframe[data-app-id=todos]');
  expect(
    await player.evaluate((frame: HTMLIFrameElement) => [frame.inert, getComputedStyle(frame).pointerEvents]),
  ).toEqual([true, 'none']);

  const cancel = sheet.getByRole('button', { name: 'Cancel' });
  await expect(cancel).toHaveAttribute('aria-disabled', 'false');
  await cancel.dispatchEvent('click');
  await expect(sheet).toBeVisible();
  for (let step = 0; step < 6; step += 1) {
    await page.keyboard.press('Tab');
    expect(await sheet.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  }
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
  await expect(menu).toBeFocused();
  expect(await player.evaluate((frame: HTMLIFrameElement) => frame.inert)).toBe(false);
});

test('more info shows what the program is and what it has used', async ({ page, running }) => {
  await page.goto(`${running.host.address}/?open=todos`);
  await add(page, 'Prune');
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('button', { name: 'More info' }).click();
  const sheet = page.getByRole('dialog', { name: 'More info' });
  await expect(sheet).toContainText('1.0.0');
  await expect(sheet).toContainText(running.folder);
  await expect(sheet).toContainText('checked against its manifest');
  await expect(sheet.getByText('setStorage')).toBeVisible();
  await sheet.getByRole('button', { name: 'Back' }).click();
  await expect(page.getByRole('dialog', { name: 'Menu' })).toBeVisible();
});

test('programs stay alive behind the shell until they are closed', async ({ page, running }) => {
  await running.edit('app.js', (text) =>
    text.replace(
      'onLaunch()',
      "onHide() {\n    console.log('hidden');\n  },\n  onShow({ scene }) {\n    console.log('shown', scene);\n  },\n  onLaunch()",
    ),
  );
  await expect.poll(running.output).toContain('[todos] rebuilt');
  await page.goto(`${running.host.address}/?open=todos`);
  const draft = () => topOf(page).locator('wx-input.add-input input');
  await draft().fill('half a thought');
  await page.getByRole('button', { name: 'Leave, keep running' }).click();
  await page.locator('.program-row[data-app=garden]').click();
  await expect(page.locator('.program[data-app=garden]')).toHaveAttribute('data-phase', 'ready');
  await expect(page.locator('iframe[data-app-id=todos]')).toBeHidden();
  await expect.poll(running.output).toMatch(/shown 1001\n.*hidden\n/);

  await page.getByRole('button', { name: /Tasks/ }).click();
  await expect(page.locator('.task')).toHaveText([/Garden/, /Todos/]);
  await page.locator('.task[data-app=todos]').getByRole('button').first().click();
  await expect(draft()).toHaveValue('half a thought');
  await expect.poll(running.output).toMatch(/hidden\n.*shown 1089\n/);

  await page.getByRole('button', { name: /Tasks/ }).click();
  await page.getByRole('button', { name: 'Close Todos' }).click();
  await page.getByRole('button', { name: 'Close Garden' }).click();
  await expect(page.getByText('Nothing is running')).toBeVisible();
  await expect(page.locator('iframe')).toHaveCount(0);
});

test('two programs do not see each other’s storage', async ({ page, running }) => {
  await page.goto(`${running.host.address}/?open=todos`);
  await add(page, 'Mine');
  await page.goto(`${running.host.address}/?open=garden`);
  await expect(topOf(page, 'garden').getByText('A clear day')).toBeVisible();
});

test('a window that says it is another program reaches neither that program nor the shell', async ({
  page,
  running,
}) => {
  await page.goto(`${running.host.address}/?open=todos`);
  await add(page, 'Mine');
  await page.getByRole('button', { name: 'Leave, keep running' }).click();
  await page.locator('.program-row[data-app=garden]').click();
  await expect(topOf(page, 'garden').getByText('A clear day')).toBeVisible();
  const windowOf = (appId: string) => {
    const found = page.frames().find((frame) => frame.url().startsWith(`http://${appId}.localhost`));
    if (found === undefined) throw new Error(`${appId} has no window`);
    return found;
  };
  const ends = [page.mainFrame(), windowOf('todos')].map((frame) =>
    frame.evaluateHandle(() => ({
      heard: new Promise<void>((resolve) => addEventListener('message', ({ data }) => data === 'end' && resolve())),
    })),
  );
  const listening = await Promise.all(ends);
  const forger = await windowOf('garden').evaluateHandle(() => {
    const answers: unknown[] = [];
    const others = [parent, ...Array.from({ length: parent.length }, (_, at) => parent[at])];
    for (const other of others.filter((one) => one !== undefined && one !== self)) {
      const request = { kind: 'request', id: 1, appId: 'todos', name: 'clearStorage', params: {} };
      for (const message of [request, { kind: 'stop', appId: 'todos' }, { kind: 'terrarium-port', appId: 'todos' }]) {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = ({ data }) => answers.push(data);
        for (const told of [request, { kind: 'stop' }]) port1.postMessage(told);
        other?.postMessage(message, '*', [port2]);
      }
      other?.postMessage('end', '*');
    }
    return { answers, others: others.length };
  });
  for (const end of listening) await end.evaluate(({ heard }) => heard);
  await page.getByRole('button', { name: 'Leave, keep running' }).click();
  await page.locator('.program-row[data-app=todos]').click();
  await add(page, 'Also mine');
  expect(await forger.evaluate(({ answers, others }) => [answers, others])).toEqual([[], 3]);
  // From the services, not from the program's own copy.
  await page.goto(`${running.host.address}/?open=todos`);
  await expect(topOf(page).getByText('Mine', { exact: true })).toBeVisible();
});

test('a link opens a page; one to nowhere says so', async ({ page, running }) => {
  await page.goto(`${running.host.address}/?open=todos`);
  await add(page, 'Rake');
  await page.goto(`${running.host.address}/?open=todos&path=pages/edit/edit&query=id%3D1`);
  await expect(topOf(page).locator('wx-input.title-input input')).toHaveValue('Rake');
  await page.goto(`${running.host.address}/?open=nobody`);
  await expect(page.getByRole('status')).toHaveText('There is no program “nobody” on this host.');
});

test('a link opens only a page that the program offers to the outside', async ({ page, running }) => {
  await change(join(running.garden, 'terrarium.json'), (text) =>
    text.replace('"domains"', '"entryPages": ["pages/index/index"], "domains"'),
  );
  await expect.poll(running.output).toContain('[garden] rebuilt');
  await page.goto(`${running.host.address}/?open=garden&path=pages/edit/edit&query=id%3D1`);
  await expect(topOf(page, 'garden').locator('.add-input')).toBeVisible();
  await expect
    .poll(running.output)
    .toContain('link: pages/edit/edit is none of its entryPages; its first page is opened');
});

test('console and uncaught errors reach the terminal with their place', async ({ page, running }) => {
  await running.edit('pages/index/index.js', (text) =>
    text.replace('this.setData({ today: dayOf(Date.now()) });', "console.log('shown', { open: 2 });\n    null.x;"),
  );
  await page.goto(`${running.host.address}/?open=todos`);
  const source = await readFile(join(running.folder, 'pages/index/index.js'), 'utf8');
  const line = source.split('\n').findIndex((text) => text.includes('console.log')) + 1;
  await expect.poll(running.output).toMatch(new RegExp(`\\[todos\\] pages/index/index\\.js:${line}(:\\d+)? shown`));
  await expect.poll(running.output).toMatch(new RegExp(`\\[todos\\] pages/index/index\\.js:${line + 1}:\\d+ `));
  await expect(page.locator('.badge-danger')).toHaveText('1 error');
});

test('a program that takes all memory is stopped with a reason; others go on; it restarts when mended', async ({
  page,
  running,
}) => {
  const greedy = "const all = [];\n    for (;;) all.push('x'.repeat(1e6) + all.length);";
  await page.goto(`${running.host.address}/?open=garden`);
  await add(page, 'Still here', 'garden');
  await running.edit('app.js', (text) => text.replace('this.todos = todos.open();', greedy));
  await page.getByRole('button', { name: 'Leave, keep running' }).click();
  await page.locator('.program-row[data-app=todos]').click();
  const failure = page.locator('.failure');
  await expect(failure).toContainText('This program has stopped');
  await expect(failure).toContainText('LIMIT_MEMORY');

  await page.getByRole('button', { name: /Tasks/ }).click();
  await expect(page.locator('.task[data-app=todos]')).toContainText('Stopped');
  await page.locator('.task[data-app=garden]').getByRole('button').first().click();
  await expect(topOf(page, 'garden').getByText('Still here')).toBeVisible();

  await running.edit('app.js', (text) => text.replace(greedy, 'this.todos = todos.open();'));
  await page.getByRole('button', { name: /Tasks/ }).click();
  await page.locator('.task[data-app=todos]').getByRole('button').first().click();
  await expect(topOf(page).getByText('A clear day')).toBeVisible();
});

test('a link to a page that does not exist names it; restart opens the entry page', async ({ page, running }) => {
  await page.goto(`${running.host.address}/?open=todos&path=pages/none/none`);
  await expect(page.locator('.failure')).toContainText('pages/none/none');
  await page.getByRole('button', { name: 'Restart' }).click();
  await expect(topOf(page).getByText('A clear day')).toBeVisible();
});

test('a narrow window is the phone', async ({ page, running }) => {
  await page.setViewportSize({ width: 400, height: 800 });
  await page.goto(running.host.address);
  const phone = page.locator('.phone');
  expect(await phone.boundingBox()).toEqual({ x: 0, y: 0, width: 400, height: 800 });
  await page.locator('.program-row[data-app=todos]').click();
  await expect(topOf(page).getByText('A clear day')).toBeVisible();
  await expect(page.getByRole('navigation')).toBeHidden();
});
