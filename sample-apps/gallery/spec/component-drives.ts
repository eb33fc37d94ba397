import { expect } from '@terrarium/devtools/testing';
import type { Drive } from './drives.ts';
import { chooseLast, heard, pressControl, slide, turn, write } from './open-entry.ts';
import { hold } from './pointer.ts';

/** View containers, content, navigation. */
export const componentDrives: Readonly<Record<string, Drive>> = {
  async view(program) {
    const box = program.locator('.press');
    await hold(program, box.getByText('Greenhouse'), async () => {
      await expect(box).toHaveClass(/sunk/);
      await heard(program, 'touchstart', 'longpress');
    });
    await expect(box).not.toHaveClass(/sunk/);
    await turn(program, 'hoverStopPropagation');
    await hold(program, program.locator('.press .inner'), async () => {
      await expect(program.locator('.press .inner')).toHaveClass(/lit/);
      await expect(box).not.toHaveClass(/sunk/);
    });
    // What was held may have been held too long for a tap.
    await program.tap('.press .inner');
    await heard(program, 'touchend', 'tap');
  },

  async 'scroll-view'(program) {
    const week = program.locator('.week');
    await week.hover();
    await program.shell.mouse.wheel(0, 400);
    await heard(program, 'scroll', 'scrolltolower');
    await chooseLast(program, 'scrollIntoView');
    await expect(program.locator('#sunday').getByText('Sunday')).toBeInViewport();
    await pressControl(program, 'refresherTriggered');
    await heard(program, 'refresherrefresh', 'refresherrestore');
  },

  async swiper(program) {
    await expect(program.locator('.notes').getByText('Dune')).toBeInViewport();
    await program.drag('.slides', { x: -180 });
    await heard(program, 'transition', 'change', 'animationfinish');
    expect(await program.data('current')).toBe(1);
    await slide(program, 'current', 'End');
    await expect(program.locator('.slides').getByText('Lights off at nine')).toBeInViewport();
    await turn(program, 'vertical');
    await program.locator('.slides').press('ArrowUp');
    await expect.poll(() => program.data('current')).toBe(2);
  },

  async 'movable-view'(program) {
    const pot = program.locator('.pot');
    const before = await pot.boundingBox();
    await program.drag('.pot', { x: 80, y: 40 });
    await heard(program, 'change', 'htouchmove');
    await expect.poll(async () => ((await pot.boundingBox())?.x ?? 0) - (before?.x ?? 0)).toBeGreaterThan(60);
    await slide(program, 'scaleValue', 'End');
    await heard(program, 'scale');
    await turn(program, 'disabled');
    await expect.poll(async () => (await pot.boundingBox())?.width).toBeGreaterThan(200);
  },

  async 'cover-view'(program) {
    await write(program, 'words', 'Ripe today');
    await expect(program.locator('.badge-words')).toHaveText('Ripe today');
    await program.tap('.badge');
    await heard(program, 'load', 'tap');
    await slide(program, 'scrollTop', 'End');
    await expect.poll(() => program.locator('.tall').evaluate((element) => element.scrollTop)).toBe(120);
  },

  async text(program) {
    await expect(program.locator('.letter')).toContainText('5 &lt; 7');
    await turn(program, 'decode');
    await expect(program.locator('.letter')).toContainText('5 < 7 leaves, & counting');
    await turn(program, 'userSelect');
    await program.tap('.letter');
    await heard(program, 'tap');
  },

  async icon(program) {
    await slide(program, 'size', 'End');
    await expect.poll(async () => (await program.locator('.subject').boundingBox())?.width).toBe(96);
    await turn(program, 'color', '#c2413b');
    await program.tap('.subject');
    await heard(program, 'tap');
  },

  async progress(program) {
    await slide(program, 'percent', 'Home');
    await expect(program.locator('.subject')).toHaveText('0%');
    await slide(program, 'duration', 'Home');
    await program.tap('.again');
    await expect(program.locator('.subject')).toHaveText('100%');
    await heard(program, 'activeend');
  },

  async image(program) {
    await heard(program, 'load');
    await chooseLast(program, 'src');
    await heard(program, 'error');
  },

  async navigator(program) {
    await program.tap('.subject');
    await expect.poll(() => program.route()).toBe('pages/text/text');
    await program.back();
    await turn(program, 'target', 'miniProgram');
    await program.tap('.subject');
    await heard(program, 'fail', 'complete');
  },
};
