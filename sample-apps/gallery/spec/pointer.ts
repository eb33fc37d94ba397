import type { Locator } from '@playwright/test';
import type { ProgramUnderTest } from '@terrarium/devtools/testing';

/** Presses the middle of `target`, moves by so many pixels in steps, and lets go. */
export async function drag(program: ProgramUnderTest, target: Locator, by: { x?: number; y?: number }): Promise<void> {
  const { mouse } = program.shell;
  const box = await target.boundingBox();
  if (!box) throw new Error('nothing to drag: it is not drawn');
  const from = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await mouse.move(from.x, from.y);
  await mouse.down();
  await mouse.move(from.x + (by.x ?? 0), from.y + (by.y ?? 0), { steps: 6 });
  await mouse.up();
}

/** Holds `target` down until `seen` resolves, then lets go. */
export async function hold(program: ProgramUnderTest, target: Locator, seen: () => Promise<void>): Promise<void> {
  await target.hover();
  await program.shell.mouse.down();
  await seen();
  await program.shell.mouse.up();
}
