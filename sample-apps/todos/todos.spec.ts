import { fileURLToPath } from 'node:url';
import { expect, test } from '@terrarium/devtools/testing';

const todos = fileURLToPath(new URL('.', import.meta.url));

test('tasks are added, finished, filtered, and cleared after a question', async ({ launch }) => {
  const program = await launch(todos);
  await expect(program.locator('.empty')).toContainText('A clear day');

  for (const title of ['Water the ferns', 'Mist the orchids']) {
    await program.input('.add-input', title);
    await program.tap('.add-button');
  }
  await expect(program.locator('todo-item .title')).toHaveText(['Mist the orchids', 'Water the ferns']);
  expect(await program.data('todos.0.title')).toBe('Mist the orchids');
  expect(await program.data('draft')).toBe('');

  await program.tap('todo-item:nth-child(1) .check');
  await expect(program.locator('.summary')).toHaveText('1 to do, 1 done');
  await program.tap('.filter:nth-child(2)');
  await expect(program.locator('todo-item .title')).toHaveText(['Water the ferns']);

  await program.tap('.filter:nth-child(1)');
  await program.tap('.clear');
  await program.player.getByRole('button', { name: 'Clear' }).click();
  await expect(program.locator('todo-item')).toHaveCount(1);
});

test('Enter confirms, a task is edited on its own page, and comes back changed', async ({ launch }) => {
  const program = await launch(todos);
  await program.input('.add-input', 'Repot');
  await program.press('.add-input', 'Enter');
  await program.tap('todo-item .words');
  await expect.poll(() => program.route()).toBe('pages/edit/edit');
  expect((await program.pages()).map(({ route }) => route)).toEqual(['pages/index/index', 'pages/edit/edit']);

  await expect(program.field('.title-input')).toHaveValue('Repot');
  await program.input('.title-input', 'Repot the fig');
  await program.input('.note-input', 'two sizes up');
  await program.tap('.button-primary');
  await expect.poll(() => program.route()).toBe('pages/index/index');
  await expect(program.locator('todo-item .title')).toHaveText('Repot the fig');
  await expect(program.locator('todo-item .note')).toHaveText('two sizes up');
});

test('tasks are there again when the program is opened anew', async ({ launch }) => {
  const program = await launch(todos);
  await program.input('.add-input', 'Prune');
  await program.tap('.add-button');
  await expect(program.locator('todo-item .title')).toHaveText('Prune');
  await program.close();
  await program.open();
  await expect(program.locator('todo-item .title')).toHaveText('Prune');
});
