import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { openHeadless } from '@terrarium/runtime/headless';

const todos = fileURLToPath(new URL('.', import.meta.url));

test('the same program without a browser, as the README shows it', async () => {
  const program = await openHeadless(todos);
  await program.input('.add-input', 'Water the ferns');
  await program.tap('.add-button');
  await program.idle();
  expect(program.route).toBe('pages/index/index');
  expect(await program.data()).toMatchObject({ draft: '', todos: [{ title: 'Water the ferns', done: false }] });
  expect(program.problems).toEqual([]);
  program.dispose();
});
