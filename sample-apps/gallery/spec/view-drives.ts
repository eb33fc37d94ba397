import { expect } from '@terrarium/devtools/testing';
import type { Drive } from './drives.ts';
import { chooseLast, heard, slide, turn, write } from './open-entry.ts';

/** What acts on the view. */
export const viewDrives: Readonly<Record<string, Drive>> = {
  async 'selector-query'(program) {
    await program.tap('.rect');
    await expect(program.locator('.event-words').first()).toContainText('"width":80');
    await turn(program, 'all');
    await program.tap('.fields');
    await expect(program.locator('.event-words').first()).toContainText('"dataset":{"plant":"moss"}');
    await program.tap('.scroll');
    await heard(program, 'boundingClientRect', 'fields', 'scrollOffset');
  },

  async 'intersection-observer'(program) {
    await program.locator('.window').hover();
    await program.shell.mouse.wheel(0, 200);
    await heard(program, 'observe');
    await expect.poll(() => program.data('seen')).toBeGreaterThan(0);
  },

  async 'media-query-observer'(program) {
    await heard(program, 'minWidth 360', 'portrait');
    expect(await program.data('wide')).toBe(true);
    await slide(program, 'minWidth', 'End');
    await heard(program, 'minWidth 900');
    await expect.poll(() => program.data('wide')).toBe(false);
  },

  async 'page-scroll'(program) {
    await slide(program, 'duration', 'Home');
    await program.tap('.go');
    await heard(program, 'onPageScroll', 'pageScrollTo success');
    await turn(program, 'selector', '#end');
    await program.tap('.go');
    await heard(program, 'onReachBottom');
    await program.tap('.top');
    await expect(program.locator('.go')).toBeInViewport();
  },

  async animation(program) {
    await slide(program, 'duration', 'Home');
    await slide(program, 'duration', 'ArrowRight');
    await program.tap('.play');
    await heard(program, 'transitionend');
  },

  async 'next-tick'(program) {
    await program.tap('.more');
    await heard(program, 'onLeaf ends', 'setData callback', 'nextTick');
    await expect(program.locator('.blade')).toHaveCount(4);
  },

  async toast(program) {
    await program.tap('.show');
    await expect(program.player.getByText('Watered')).toBeVisible();
    await program.tap('.hide');
    await expect(program.player.getByText('Watered')).toBeHidden();
    await heard(program, 'showToast success', 'hideToast success');
  },

  async loading(program) {
    await program.tap('.show');
    await expect(program.player.getByText('Asking the sensors')).toBeVisible();
    await heard(program, 'showLoading success', 'hideLoading success');
    await expect(program.player.getByText('Asking the sensors')).toBeHidden();
  },

  async modal(program) {
    await program.tap('.ask');
    await program.player.getByRole('button', { name: 'Keep' }).click();
    await expect(program.locator('.event-words').first()).toContainText('"cancel":true');
    await turn(program, 'editable');
    await program.tap('.ask');
    await program.player.getByPlaceholder('Why').fill('Too dry');
    await program.player.getByRole('button', { name: 'Throw' }).click();
    await expect(program.locator('.event-words').first()).toContainText('"content":"Too dry"');
  },

  async 'action-sheet'(program) {
    await program.tap('.ask');
    await program.player.getByRole('button', { name: 'Repot it' }).click();
    await expect(program.locator('.event-words').first()).toContainText('"tapIndex":1');
    await program.tap('.ask');
    await expect(program.player.getByText('Repot it')).toBeVisible();
    await program.shell.keyboard.press('Escape');
    await heard(program, 'showActionSheet success', 'showActionSheet fail');
  },

  async 'navigation-bar'(program) {
    await write(program, 'title', 'Winter garden');
    await program.tap('button.title');
    await expect(program.player.getByText('Winter garden')).toBeVisible();
    await program.tap('button.color');
    await turn(program, 'loading');
    await program.tap('.home');
    await heard(program, 'setNavigationBarTitle success', 'setNavigationBarColor success', 'hideHomeButton success');
    await heard(program, 'showNavigationBarLoading success');
    await turn(program, 'loading');
    await heard(program, 'hideNavigationBarLoading success');
  },

  async 'tab-bar'(program) {
    const tab = program.player.locator('.tab').nth(1);
    await program.tap('.badge');
    await expect(tab.locator('.tab-badge')).toHaveText('3');
    await program.tap('.no-badge');
    await program.tap('.dot');
    await expect(tab.locator('.tab-dot')).toBeVisible();
    await program.tap('.no-dot');
    await program.tap('.item');
    await expect(tab).toContainText('Calls');
    await program.tap('.style');
    await turn(program, 'animation');
    await program.tap('.away');
    await expect(tab).toBeHidden();
    await program.tap('.again');
    await expect(tab).toBeVisible();
    for (const name of ['setTabBarBadge', 'removeTabBarBadge', 'showTabBarRedDot', 'hideTabBarRedDot'])
      await heard(program, `${name} success`);
    await heard(program, 'setTabBarItem success', 'setTabBarStyle success', 'hideTabBar success', 'showTabBar success');
  },

  async 'pull-down-refresh'(program) {
    await program.tap('.start');
    await heard(program, 'startPullDownRefresh success', 'onPullDownRefresh', 'stopPullDownRefresh success');
    await chooseLast(program, 'textStyle');
    await heard(program, 'setBackgroundTextStyle success');
    await program.locator('.note').last().scrollIntoViewIfNeeded();
    await program.shell.mouse.wheel(0, 2_000);
    await heard(program, 'onReachBottom');
    await expect.poll(() => program.locator('.note').count()).toBeGreaterThan(8);
  },

  async background(program) {
    await program.tap('.color');
    await heard(program, 'setBackgroundColor success');
  },

  async window(program) {
    await heard(program, 'onThemeChange');
    await expect(program.locator('.theme')).toHaveText('light');
    await program.resize({ width: 420, height: 1000 });
    await heard(program, 'onWindowResize', 'onResize');
    await expect(program.locator('.fact').first()).toContainText('420');
    await program.resize({ width: 390, height: 1000 });
  },

  async system(program) {
    for (const name of ['getSystemInfoSync', 'getMenuButtonBoundingClientRect', 'getLaunchOptionsSync'])
      await program.tap(`.${name}`);
    await program.tap('.ask');
    await heard(program, 'getSystemInfoSync', 'getSystemInfo success', 'getSystemInfoAsync success');
    await write(program, 'schema', 'startHCE');
    await expect(program.locator('.able')).toHaveText('No: startHCE');
  },

  async routes(program) {
    await program.tap('.open');
    await expect.poll(() => program.route()).toBe('apis/routes/other');
    await expect(program.locator('.note')).toHaveText('Two sizes up');
    await program.tap('.answer');
    await expect.poll(() => program.route()).toBe('apis/routes/routes');
    await heard(program, 'navigateTo success', 'answered');
    await expect(program.locator('.answer')).toHaveText('Heard: Two sizes up');
    await program.tap('.lost');
    await heard(program, 'navigateTo fail');
    await program.tap('.replace');
    await expect.poll(() => program.route()).toBe('apis/routes/other');
  },

  async viewer(program) {
    const viewer = program.player.getByRole('dialog');
    await program.locator('.picture').nth(1).click();
    await expect(viewer).toBeVisible();
    await program.shell.keyboard.press('Escape');
    await expect(viewer).toBeHidden();
    await program.tap('.media');
    await expect(viewer).toBeVisible();
    await program.shell.keyboard.press('Escape');
    await heard(program, 'previewImage success', 'previewMedia success');
  },

  async 'video-context'(program) {
    await program.tap('.play');
    await heard(program, 'play success', 'play', 'ended');
    await program.tap('.comment');
    await program.tap('.seek');
    await program.tap('.pause');
    await program.tap('.stop');
    await heard(program, 'sendDanmu', 'seek', 'pause success', 'stop success');
  },

  async 'map-context'(program) {
    for (const [button, name] of [
      ['center', 'getCenterLocation'],
      ['region', 'getRegion'],
      ['scale', 'getScale'],
      ['move', 'moveToLocation'],
      ['include', 'includePoints'],
    ]) {
      await program.tap(`.${button}`);
      await heard(program, `${name} success`);
    }
    await slide(program, 'duration', 'Home');
    await program.tap('.walk');
    await heard(program, 'translateMarker success', 'animationEnd');
  },

  async 'font-face'(program) {
    await program.tap('.load');
    await heard(program, 'loadFontFace success');
    await expect(program.locator('.sample')).toHaveCSS('font-family', /^Square,/);
    await program.tap('.broken');
    await heard(program, 'loadFontFace fail');
  },

  async keyboard(program) {
    await program.field('.letter').pressSequentially('moss');
    await expect(program.locator('.hint')).toContainText('Selected: 4 to 4');
    await program.press('.letter', 'Enter');
    await heard(program, 'getSelectedTextRange success', 'hideKeyboard success', 'blur');
  },

  // What is not caught fails a test: the last test of gallery.spec.ts presses the buttons.
  async errors(program) {
    await expect(program.locator('.lost')).toContainText('a page it does not have');
  },
};
