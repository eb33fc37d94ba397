import { fileURLToPath } from 'node:url';
import { expect, type ProgramUnderTest } from '@terrarium/devtools/testing';
import { casesByName } from '../cases/index.js';

/** What a person does while a case is under way. */
export type Part = NonNullable<NonNullable<ReturnType<typeof casesByName.get>>['works']['person']>[number];

/** Presses "Run cases" on the page on top and does the person's part; every case must end as it should. */
export async function runCases(program: ProgramUnderTest, names: readonly string[]): Promise<void> {
  await program.tap('case-list .run-all');
  for (const name of names) {
    const cases = casesByName.get(name);
    if (!cases) continue;
    // In the order of the record, as the program runs them.
    for (const [kind, { person = [], never }] of Object.entries(cases)) {
      const place = `.case-${name} .line-${kind}`;
      const line = program.locator(place);
      if (never !== undefined) {
        await expect.soft(line, `${name}, ${kind}`).toContainText(never);
        continue;
      }
      const ended = /is-(passed|failed)\b/;
      await expect(line, `${name}, ${kind} should begin`).toHaveClass(/is-(running|passed|failed)\b/);
      for (const part of person) await doPart(program, name, part);
      await expect(line, `${name}, ${kind} should end`).toHaveClass(ended);
      const got = await program.locator(`${place} .got`).textContent();
      expect.soft(await line.getAttribute('class'), `${name}, ${kind} gave ${got}`).toMatch(/is-passed\b/);
    }
  }
  await expect.soft(program.locator('case-list .said')).toContainText(', 0 not');
}

/** What a person does for a case of the call `name`. */
export async function doPart(program: ProgramUnderTest, name: string, part: Part): Promise<void> {
  const { shell, player, sheet } = program;
  if (part.sees !== undefined) await expect(sheet.getByLabel(part.sees, { exact: true })).toBeVisible();
  if (part.press !== undefined) {
    const button = sheet.getByRole('button', { name: part.press, exact: true });
    await expect(button).toHaveAttribute('aria-disabled', 'false');
    await button.click();
  }
  if (part.answer !== undefined) await player.getByRole('button', { name: part.answer }).click();
  if (part.goOn) await program.tap(`.case-${name} .go-on`);
  if (part.write !== undefined) await sheet.getByLabel(part.into ?? '', { exact: true }).fill(part.write);
  if (part.file !== undefined) {
    const file = fileURLToPath(new URL(`../assets/${part.file}`, import.meta.url));
    await sheet.locator('input[type=file]').setInputFiles(file);
  }
  if (part.field !== undefined) await program.field(part.field).click();
  if (part.theme !== undefined) await shell.emulateMedia({ colorScheme: part.theme });
  if (part.pin !== undefined) {
    const digit = (name: string) => sheet.getByRole('button', { name, exact: true });
    await expect(digit('1')).toHaveAttribute('aria-disabled', 'false');
    for (const name of part.pin) await digit(name).click();
  }
  if (part.key !== undefined) await pressKey(program, part.key);
}

/** Once there is something to press it for: a sheet of the host takes nothing in its first moments. */
async function pressKey({ shell, player, sheet }: ProgramUnderTest, key: string): Promise<void> {
  await expect.poll(async () => (await sheet.count()) + (await player.getByRole('dialog').count())).toBe(1);
  await expect(sheet.locator('[aria-disabled=true]')).toHaveCount(0);
  await shell.keyboard.press(key);
}
