// `npm run screenshots [-- <folder of a foreign program>]`: takes the pictures of docs/ again. The foreign program is
// not part of this repository: any folder in the WeChat format does; the one in the README is zce/weapp-todos.
import { chromiumLaunchOptions } from '@terrarium/devtools/browser';
import { ProgramUnderTest, startHost } from '@terrarium/devtools/testing';
import { chromium, type Page } from 'playwright-core';
import { buildBundles } from './build-bundles.ts';
import { ensureChromium } from './ensure-chromium.ts';
import { inRoot } from './root.ts';

/** The browser's window; its own bar takes a little of the height. */
const desk = { width: 1180, height: 960 };
const pixelRatio = 2;
const [foreign] = process.argv.slice(2);

await buildBundles();
if (!ensureChromium()) process.exit(1);
const todos = inRoot('sample-apps/todos');
const host = await startHost({ folders: foreign ? [todos, foreign] : [todos], samples: true });
// An emulated pixel ratio does not reach frames of other origins, which is where programs are: it is the browser's own.
const options = chromiumLaunchOptions();
const browser = await chromium.launch({
  ...options,
  args: [
    ...(options.args ?? []),
    `--force-device-scale-factor=${pixelRatio}`,
    `--window-size=${desk.width},${desk.height}`,
  ],
});

async function picture(name: string, prepare: (shell: Page) => Promise<void>, colorScheme: 'light' | 'dark' = 'light') {
  const context = await browser.newContext({
    viewport: null,
    colorScheme,
    reducedMotion: 'reduce',
  });
  const shell = await context.newPage();
  await shell.goto(`${host.address}/`);
  await prepare(shell);
  await shell.mouse.move(4, desk.height - 4);
  await shell.screenshot({ path: inRoot('docs/pictures', `${name}.png`), animations: 'disabled' });
  await context.close();
  console.log(`docs/pictures/${name}.png`);
}

async function fillTodos(shell: Page): Promise<void> {
  const program = new ProgramUnderTest(shell, host.appIds[0] ?? 'todos');
  await program.open();
  for (const title of ['Water the ferns', 'Mist the orchids', 'Open the lid for an hour']) {
    await program.input('.add-input', title);
    await program.tap('.add-button');
  }
  await program.tap('todo-item:nth-child(2) .check');
}

try {
  await picture('launcher', async (shell) => {
    await shell.getByText('Todos').first().waitFor();
  });
  await picture('todos', fillTodos);
  await picture('todos-dark', (shell) => new ProgramUnderTest(shell, host.appIds[0] ?? 'todos').open(), 'dark');
  const foreignId = host.appIds[1];
  if (foreignId !== undefined) await picture('foreign', (shell) => new ProgramUnderTest(shell, foreignId).open());
  else console.log('docs/pictures/foreign.png left as it is: no folder of a foreign program was given');
} finally {
  await browser.close();
  await host.dispose();
}
