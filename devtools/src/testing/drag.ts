import type { Locator, Page } from '@playwright/test';

/** Pixels on the screen; left out means not at all. */
export interface Way {
  readonly x?: number;
  readonly y?: number;
}

const steps = 6;

/**
 * Presses the middle of `target`, moves `by` in a few steps and lets go. While a button is held, Playwright's own mouse
 * waits for an answer of scripts in every frame, and page frames run none: this speaks to the browser itself, which
 * must be a Chromium.
 */
export async function dragWith(shell: Page, target: Locator, { x = 0, y = 0 }: Way): Promise<void> {
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  if (!box) throw new Error(`nothing to drag: ${target} is not drawn`);
  const from = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const devtools = await shell.context().newCDPSession(shell);
  const send = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', part: number, buttons = 1) =>
    devtools.send('Input.dispatchMouseEvent', {
      ...{ type, x: from.x + x * part, y: from.y + y * part, clickCount: type === 'mouseMoved' ? 0 : 1 },
      ...{ button: type === 'mouseMoved' && buttons === 0 ? 'none' : 'left', buttons },
    });
  try {
    await send('mouseMoved', 0, 0);
    await send('mousePressed', 0);
    for (let step = 1; step <= steps; step += 1) await send('mouseMoved', step / steps);
    await send('mouseReleased', 1, 0);
  } finally {
    await devtools.detach();
  }
}
