import { expect, test } from '@playwright/test';
import { abilities } from './abilities.ts';

test('the launch message says what tags and calls take, from their records and schemas', () => {
  expect(abilities.button?.split(' ')).toEqual(
    expect.arrayContaining(['type(primary|default|warn)', 'size(default|mini)', 'disabled', 'hover-class']),
  );
  expect(abilities.image).toContain('bottom right');
  expect(abilities['*']).toContain('bindtap');
  expect(abilities['showToast.object']).toBe('title icon(success|error|loading|none) image duration mask');
  expect(abilities['showModal.success']).toBe('confirm cancel content');
  expect(abilities['navigateTo.object']).toBe('url events');
  expect(abilities['vibrateShort.object']).toBe('type(heavy|medium|light)');
  // Nobody has written down what the guest answers itself; it looks.
  expect(abilities['getSystemInfo.success']).toBeUndefined();
  expect(abilities['live-pusher.mode']).toBeUndefined();
});
