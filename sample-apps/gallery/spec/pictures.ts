import type { ProgramUnderTest } from '@terrarium/devtools/testing';
import type { TestInfo } from '@playwright/test';

export async function comparePictures(program: ProgramUnderTest, info: TestInfo, name: string): Promise<void> {
  await program.shell.screenshot({ path: `/tmp/gal/shots/${name}.png`, animations: 'disabled' });
}
