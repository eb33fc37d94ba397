import { expect, type ProgramUnderTest } from '@terrarium/devtools/testing';
import { groups } from '../catalog/index.js';

/** One page of the gallery, as the start pages list it. */
export interface Entry {
  readonly id: string;
  readonly title: string;
  readonly tab?: boolean;
  readonly plain?: boolean;
  readonly apis?: readonly string[];
}

export interface Group {
  readonly title: string;
  readonly part: string;
  readonly entries: readonly Entry[];
}

export const catalog: readonly Group[] = groups;

/** Opens an entry as a person does, from a start page. The program shows a start page or an entry without pages below it. */
export async function openEntry(program: ProgramUnderTest, part: string, { id, title }: Entry): Promise<void> {
  await goHome(program, part === 'components' ? 0 : 1);
  await program.tap(`.entry-${id}`);
  await expect(program.locator('component-page .head .title')).toHaveText(title);
}

/** Back to the start page of `tab`, from wherever the program is. */
export async function goHome(program: ProgramUnderTest, tab: number): Promise<void> {
  while ((await program.pages()).length > 1) {
    await program.back();
  }
  await program.player.locator('.tab').nth(tab).click();
  await expect(program.locator('catalog-list')).toBeVisible();
}

/** Milliseconds between two looks. Playwright's own grow to a second, and there are hundreds of looks. */
const intervals = [20, 50, 100];

/** Waits until the log of the page holds these events, in any order. */
export async function heard(program: ProgramUnderTest, ...events: string[]): Promise<void> {
  const names = program.locator('component-page .event-name');
  await expect.poll(() => names.allTextContents(), { intervals }).toEqual(expect.arrayContaining(events));
}

/** Presses a control – a switch, or the value of a choice or colour – and waits until the page has taken it. */
export async function turn(program: ProgramUnderTest, field: string, value?: string): Promise<void> {
  await taken(program, () => pressControl(program, field, value));
}

/** The press of `turn` alone, for a control that the page itself sets back. */
export async function pressControl(program: ProgramUnderTest, field: string, value?: string): Promise<void> {
  const row = rowOf(program, field);
  if (value === undefined) await row.locator('wx-switch').click();
  else if (/^#[0-9a-f]{6}$/.test(value)) await row.locator(`[aria-label="${value}"]`).click();
  else await row.getByText(value, { exact: true }).click();
}

/** Chooses the last value of a choice whose values stand in a wheel. */
export async function chooseLast(program: ProgramUnderTest, field: string): Promise<void> {
  await taken(program, async () => {
    await rowOf(program, field, ' .picker').click();
    await takeLast(program);
  });
}

/** Chooses the value after the present one of a choice whose values stand in a wheel. */
export async function chooseNext(program: ProgramUnderTest, field: string): Promise<void> {
  await taken(program, async () => {
    await rowOf(program, field, ' .picker').click();
    await takeFromWheel(program, 'ArrowDown');
  });
}

/** Turns the first wheel of the open picker to its end and takes that. */
export const takeLast = (program: ProgramUnderTest): Promise<void> => takeFromWheel(program, 'End');

async function takeFromWheel(program: ProgramUnderTest, key: string): Promise<void> {
  const sheet = program.page.getByRole('dialog');
  await sheet.getByRole('spinbutton').first().press(key);
  await sheet.getByText('OK').click();
  await expect(sheet).toHaveCount(0);
}

/** Types into the control of a text. */
export async function write(program: ProgramUnderTest, field: string, text: string): Promise<void> {
  await taken(program, () => program.input(`component-page .control-${field}`, text));
}

/** Moves the slider of a number by keys. */
export async function slide(program: ProgramUnderTest, field: string, key: string): Promise<void> {
  await taken(program, () => rowOf(program, field).getByRole('slider').press(key));
}

const rowOf = (program: ProgramUnderTest, field: string, within = '') =>
  program.locator(`component-page .control-${field}${within}`);

/** Changes a control and waits until the page has its new value: what is done next would meet the old one else. */
async function taken(program: ProgramUnderTest, change: () => Promise<void>): Promise<void> {
  const rows = () => program.data('gallery.rows');
  const before = await rows();
  await change();
  await expect.poll(rows, { intervals, message: 'the page should take what its control says' }).not.toEqual(before);
}
