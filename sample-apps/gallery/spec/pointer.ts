import type { Locator } from '@playwright/test';
import type { ProgramUnderTest } from '@terrarium/devtools/testing';

/** Holds `target` down until `seen` resolves, then lets go. */
export async function hold(program: ProgramUnderTest, target: Locator, seen: () => Promise<void>): Promise<void> {
  await target.hover();
  await program.shell.mouse.down();
  await seen();
  await program.shell.mouse.up();
}
