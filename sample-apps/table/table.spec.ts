import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, ProgramUnderTest } from '@terrarium/devtools/testing';
import { enterPin, newPerson, noticesOf, repeatNotice, serverOf, test } from '../merchant/spec/stage.ts';

const purse = 10_000;

test('three at one table pay each their own, and the kitchen begins when all have', async ({ browser, stage }) => {
  const sit = async (nickname: string, phone: string) => {
    const person = await newPerson(browser, stage, { nickname, phone, money: purse });
    await person.page.goto(`${stage.address}/?open=table&scene=1047&query=${encodeURIComponent('scene=7')}`);
    const program = new ProgramUnderTest(person.page, 'table');
    await expect(program.locator('.me')).toContainText('You');
    return { ...person, program };
  };
  // One after the other, as people sit down: who is first has the first sprig.
  const ada = await sit('Ada', '13911110001');
  const bo = await sit('Bo', '13911110002');
  const cy = await sit('Cy', '13911110003');
  const all = [ada, bo, cy];
  for (const { program } of all) await expect(program.locator('.seat')).toHaveCount(3);
  const add = (who: typeof ada, dish: string) => who.program.locator(`#dish-${dish}`).locator('.more').click();

  await add(ada, 'gnocchi');
  await add(ada, 'bread');
  await add(bo, 'risotto');
  await add(cy, 'trout');
  await add(cy, 'water');
  await expect(cy.program.locator('#dish-gnocchi').locator('.other')).toHaveText('Fern 1');
  await expect(ada.program.locator('#dish-trout').locator('.other')).toHaveText('Sage 1');
  for (const { program } of all) await expect(program.locator('.foot-sum')).toContainText('Table ¥152.50');

  // What is for all costs 17.00: the two fen that cannot be divided are for the first two.
  const cashier = (who: typeof ada, amount: string) =>
    who.page.getByRole('dialog', { name: `Pay ¥${amount} to Long Table` });
  await ada.program.tap('.ask');
  await expect(cashier(ada, '44.17')).toContainText('Table 7: 1 × Gnocchi, 1 × Risotto');
  await expect(cashier(ada, '44.17')).toContainText('Your share of ¥152.50Split between 3 people');
  await enterPin(ada.page);
  await expect(bo.program.locator('.state')).toContainText('Each pays their own');
  await expect(bo.program.locator('.share').first()).toContainText('Paid');
  await bo.program.tap('.pay-share');
  await expect(cashier(bo, '50.66')).toContainText('Split between 3 people, 1 of them paid');
  await enterPin(bo.page);

  // Two have paid: the order is open, nobody cooks, and the bill cannot be torn up.
  await expect(cy.program.locator('.share').nth(1)).toContainText('Paid');
  await expect(cy.program.locator('.share').nth(2)).toContainText('Open');
  await cy.program.tap('.tear');
  await expect(cy.program.locator('.problem')).toHaveText('Somebody has paid already.');
  const tickets = async () => {
    const text = await readFile(join(stage.dataDir, 'servers/table/tickets.jsonl'), 'utf8').catch(() => '');
    return text.split('\n').filter(Boolean);
  };
  expect(await tickets()).toEqual([]);

  await cy.program.tap('.pay-share');
  await expect(cashier(cy, '57.67')).toBeVisible();
  await enterPin(cy.page);
  for (const { program } of all) await expect(program.locator('.state')).toContainText('The kitchen has it');
  for (const notice of await noticesOf(stage, 'table')) {
    expect(await repeatNotice(await serverOf(stage, 'table'), notice)).toBe(204);
  }
  expect(await tickets()).toHaveLength(1);
  expect(JSON.parse((await tickets())[0] ?? '')).toMatchObject({
    table: '7',
    dishes: ['1 × Gnocchi', '1 × Risotto', '1 × Trout', '1 × Bread and oil', '1 × Water, a litre'],
  });

  // To the fen: what left each purse, and all of it together.
  const spent: number[] = [];
  for (const { api } of all) {
    spent.push(purse - (await api('GET', '/money/wallet')).balance);
    const [newest] = await api('GET', '/money/wallet/movements');
    expect(newest).toMatchObject({
      kind: 'share',
      amount: -(spent.at(-1) ?? 0),
      order: { merchantName: 'Long Table' },
    });
  }
  expect(spent).toEqual([4_417, 5_066, 5_767]);
  expect(spent.reduce((sum, amount) => sum + amount, 0)).toBe(15_250);
});

test('a bill is torn up while nobody has paid, and a table without a code asks for it', async ({ page, stage }) => {
  await page.goto(`${stage.address}/?open=table`);
  const program = new ProgramUnderTest(page, 'table');
  await expect(program.locator('.outside')).toContainText('Scan the code on your table');
  await program.open('pages/table/table', { scene: '99' });
  await expect(program.locator('.problem')).toHaveText('There is no such table.');

  await program.open('pages/table/table', { scene: '3' });
  // The second press comes before the first is answered.
  await program.locator('#dish-salad').locator('.more').dblclick();
  await expect(program.locator('#dish-salad').locator('.count')).toHaveText('2');
  await program.tap('.ask');
  // Paying needs a real name, which this person has not given.
  await page.getByRole('dialog').getByRole('button', { name: 'Not now' }).click();
  await expect(program.locator('.state')).toContainText('Each pays their own');
  await program.tap('.tear');
  await program.locator('#dish-salad').locator('.less').dblclick();
  await expect(program.locator('.foot')).toBeHidden();
});
