import type { ProgramUnderTest } from '@terrarium/devtools/testing';

/** By how many pixels the page is wider than its window. */
export function overflowOf(program: ProgramUnderTest): Promise<number> {
  return program.locator('page').evaluate(({ ownerDocument: { documentElement } }) => {
    return documentElement.scrollWidth - documentElement.clientWidth;
  });
}
