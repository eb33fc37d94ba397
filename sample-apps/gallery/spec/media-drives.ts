import { expect } from '@terrarium/devtools/testing';
import type { Drive } from './drives.ts';
import { chooseLast, heard, slide, turn, write } from './open-entry.ts';

/** Media, canvas and parts of the page. */
export const mediaDrives: Readonly<Record<string, Drive>> = {
  async 'rich-text'(program) {
    await expect(program.locator('.hostile')).toHaveText('Quiet');
    await expect(program.locator('.table').getByRole('cell')).toHaveCount(6);
    await write(program, 'nodes', 'Now <strong>bold</strong>');
    await expect(program.locator('.subject').getByRole('strong')).toHaveText('bold');
    await program.tap('.subject');
    await heard(program, 'tap');
  },

  async video(program) {
    const play = program.locator('.subject').getByRole('button', { name: 'Play' }).first();
    await play.click();
    await heard(program, 'loadedmetadata', 'play', 'timeupdate', 'ended');
    await chooseLast(program, 'src');
    await heard(program, 'error');
  },

  async audio(program) {
    await program.locator('.subject').getByRole('button').click();
    await heard(program, 'play', 'timeupdate', 'ended');
    await chooseLast(program, 'src');
    await program.locator('.subject').getByRole('button').click();
    await heard(program, 'error');
  },

  async map(program) {
    await heard(program, 'updated');
    await slide(program, 'scale', 'ArrowRight');
    await heard(program, 'regionchange');
    await program.drag('.subject', { x: 60, y: 90 });
    await program.locator('.subject').click({ position: { x: 20, y: 200 } });
    await heard(program, 'tap');
  },

  async canvas(program) {
    await heard(program, 'drawn');
    await slide(program, 'branches', 'ArrowRight');
    await expect(program.locator('.event-words').first()).toHaveText('{"branches":6}');
    await expect(program.locator('.pinwheel')).toBeVisible();
    await expect(program.locator('.hint')).toHaveCount(0);
    await program.drag('.tree', { x: 40 });
    await heard(program, 'touchstart', 'touchmove', 'touchend');
  },

  async 'page-meta'(program) {
    await expect(program.player.getByText('Spring', { exact: true })).toBeVisible();
    await write(program, 'title', 'Autumn');
    await expect(program.player.getByText('Autumn', { exact: true })).toBeVisible();
    await turn(program, 'rootFontSize', '22px');
    await expect(program.locator('.root-words')).toHaveCSS('font-size', '22px');
    await slide(program, 'scrollTop', 'End');
    await heard(program, 'scroll', 'scrolldone');
  },

  async 'page-container'(program) {
    await program.tap('.open');
    await heard(program, 'beforeenter', 'enter', 'afterenter');
    await expect(program.locator('.inside')).toBeVisible();
    await program.player.locator('.navigation-bar[data-top] .navigation-back').click();
    await heard(program, 'beforeleave', 'leave', 'afterleave');
    expect(await program.route()).toBe('pages/page-container/page-container');
    await program.tap('.open');
    await expect(program.locator('.inside')).toBeVisible();
    await program.shell.mouse.click(195, 200);
    await heard(program, 'clickoverlay');
    await expect(program.locator('.inside')).toBeHidden();
  },

  async 'root-portal'(program) {
    await program.tap('.toggle');
    await heard(program, 'tap');
    await expect(program.locator('.note')).toBeInViewport();
    await program.tap('.toggle');
    await expect(program.locator('.note')).toHaveCount(0);
  },

  async 'match-media'(program) {
    await expect(program.locator('.at-least')).toBeVisible();
    await slide(program, 'minWidth', 'End');
    await expect(program.locator('.less')).toBeVisible();
    await expect(program.locator('.at-least')).toBeHidden();
    await turn(program, 'orientation', 'landscape');
    await expect(program.locator('.shape')).toBeHidden();
  },

  async 'web-view'(program) {
    await program.tap('.open');
    await expect.poll(() => program.route()).toBe('pages/web-view/site');
    await program.back();
    await heard(program, 'error');
  },

  async 'stand-ins'(program) {
    await heard(program, 'error');
    await chooseLast(program, 'which');
    await expect(program.locator('open-data')).toBeVisible();
  },
};
