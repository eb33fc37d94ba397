import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { expect, type ProgramUnderTest, test } from './index.ts';

const walk = fileURLToPath(new URL('./fixtures/walk', import.meta.url));
const home = { latitude: 30.25, longitude: 120.16 };
const route = [
  { latitude: 30.26, longitude: 120.16 },
  { latitude: 30.27, longitude: 120.16 },
  { latitude: 30.28, longitude: 120.17 },
];

const said = (program: ProgramUnderTest, name: string) => program.data(`said.${name}`);
const sign = (shell: Page) => shell.getByRole('img', { name: 'A program follows where you are' });

/** Accepts the contract and grants the scope that the call asks for. */
async function follow(program: ProgramUnderTest, selector: string): Promise<void> {
  await program.tap(selector);
  await program.answer('Accept');
  await program.answer('Allow');
  await expect(sign(program.shell)).toBeVisible();
}

test('the phone is where the test says, from the start', async ({ launch }) => {
  const program = await launch(walk, { location: home });
  await program.tap('.get');
  await program.answer('Accept');
  await program.answer('Allow');
  await expect.poll(() => said(program, 'getLocation')).toMatchObject({ errMsg: 'getLocation:ok', ...home });
  await program.location.set({ latitude: 31, longitude: 121, accuracy: 5, speed: 2 });
  await program.tap('.get');
  await expect
    .poll(() => said(program, 'getLocation'))
    .toMatchObject({ latitude: 31, longitude: 121, accuracy: 5, speed: 2 });
});

test('a program in front follows a route point by point, and no longer than it may', async ({ launch }) => {
  const program = await launch(walk, { location: home });
  const { shell } = program;
  await follow(program, '.start');
  await expect.poll(() => program.data('places')).toEqual([[30.25, 120.16]]);
  expect(await program.location.play(route, { intervalMs: 0 })).toBe(true);
  const all = [home, ...route].map(({ latitude, longitude }) => [latitude, longitude]);
  await expect.poll(() => program.data('places')).toEqual(all);

  // Behind the launcher nothing is told: the last place is the first that is heard in front again.
  await shell.getByRole('button', { name: 'Home', exact: true }).click();
  await program.location.play(route, { intervalMs: 0 });
  await program.open();
  await program.location.set(home);
  await expect.poll(() => program.data('places')).toEqual([...all, [30.25, 120.16]]);

  await program.tap('.stop');
  await expect(sign(shell)).toBeHidden();
  await program.location.play(route, { intervalMs: 0 });
  await program.tap('.get');
  await expect.poll(() => said(program, 'getLocation')).toMatchObject(route.at(-1) ?? {});
  expect(await program.data('places')).toHaveLength(5);
});

test('a program that declares it follows in the background too, until that is taken back', async ({ launch }) => {
  const program = await launch(walk, { location: home });
  const { shell, location } = program;
  await follow(program, '.start-background');
  await expect.poll(() => program.data('places')).toHaveLength(1);
  await shell.getByRole('button', { name: 'Home', exact: true }).click();
  await expect(program.player.locator('body')).toBeHidden();
  await expect(sign(shell)).toBeVisible();
  const timed = route.map((point, index) => ({ ...point, atMs: index * 100 }));
  expect(await location.play(timed)).toBe(true);
  await expect.poll(() => program.data('places')).toHaveLength(4);
  // A hundredth of a degree in a tenth of a second.
  expect(await program.data('speeds')).toEqual([-1, -1, expect.closeTo(11_120, -2), expect.anything()]);

  const { token, session } = await shell.evaluate(() => ({
    token: document.querySelector('meta[name="terrarium-token"]')?.getAttribute('content') ?? '',
    session: localStorage.getItem('terrarium.session') ?? '',
  }));
  const { origin } = new URL(shell.url());
  const taken = await shell.request.put(`${origin}/api/grants/walk`, {
    headers: { authorization: `Bearer ${token}`, 'x-terrarium-session': session, origin },
    data: { scope: 'scope.userLocationBackground', decision: 'refused' },
  });
  expect(taken.status()).toBe(204);
  await expect.poll(() => program.data('failures')).toEqual([2]);
  await expect(sign(shell)).toBeHidden();
  await location.play(route, { intervalMs: 0 });
  expect(await program.data('places')).toHaveLength(4);
});

test('a route that is none says why', async ({ launch }) => {
  const program = await launch(walk, { location: home });
  await expect(program.location.play([{ latitude: 91, longitude: 0 }])).rejects.toThrow(/point 0 of the route/);
});

test('a map shows where the phone is when the person agrees, and tells its program nothing', async ({ launch }) => {
  const program = await launch(walk, { path: 'pages/map/map', location: home });
  const { shell, location } = program;
  await expect(program.locator('.near')).toHaveText('Courier 7');
  await expect.poll(() => program.data('created')).toEqual([[0, 1, 2]]);
  await program.tap('.near');
  await expect.poll(() => program.data('tapped')).toBe(7);
  await program.tap('.walk');
  await expect.poll(() => program.data('way')).toEqual([[7, 'complete']]);

  const dot = program.locator('wx-here');
  await program.tap('.toggle');
  await program.answer('Accept');
  await program.answer('Allow');
  await expect(dot).toBeVisible();
  await expect(sign(shell)).toBeVisible();
  const before = await dot.boundingBox();
  await location.set({ latitude: 30.26, longitude: 120.16 });
  await expect.poll(async () => (await dot.boundingBox())?.y).toBeLessThan((before?.y ?? 0) - 50);
  await program.tap('.to-here');
  // As maps of China count.
  await expect.poll(() => program.data('centre')).toEqual(['30.258', '120.165']);
  await program.tap('.toggle');
  await expect(dot).toHaveCount(0);
  await expect(sign(shell)).toBeHidden();
});

test('a place is chosen where the phone is', async ({ launch }) => {
  const program = await launch(walk, { location: { latitude: 47.3, longitude: 8.5 } });
  await program.tap('.poi');
  await program.answer('Accept');
  await program.answer('Choose');
  const place = { type: 2, city: '', name: 'Place', address: '', latitude: 47.3, longitude: 8.5 };
  await expect.poll(() => said(program, 'choosePoi')).toEqual({ errMsg: 'choosePoi:ok', ...place });
});
