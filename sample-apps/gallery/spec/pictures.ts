import type { TestInfo } from '@playwright/test';
import type { ProgramUnderTest } from '@terrarium/devtools/testing';

export async function comparePicture(program: ProgramUnderTest, info: TestInfo, name: string): Promise<void> {
  await program.shell.screenshot({ path: `/tmp/gal/shots/${name}.png`, animations: 'disabled' });
}
