import { el, expect, mount, patch, skeleton, test, words } from '../fixtures/painted.ts';

test.use({ locale: 'en-US' });

const standing: readonly [tag: string, event: string | undefined, code: number | undefined, line: string][] = [
  ['ad', 'error', 1004, 'No advertisements here'],
  ['ad-custom', 'error', 1004, 'No advertisements here'],
  ['official-account', 'error', undefined, 'No official account to follow here'],
  ['channel-video', 'error', 1, 'WeChat Channels is not available here'],
  ['channel-live', undefined, undefined, 'WeChat Channels is not available here'],
  ['live-player', 'statechange', undefined, 'Live video is not available here'],
  ['live-pusher', 'error', 10002, 'Live video is not available here'],
  ['camera', 'error', undefined, 'No camera available here'],
];
for (const [tag, event, code, line] of standing) {
  test(`${tag} keeps its place, says why in a line, raises its event and keeps what lies on it`, async ({
    painted,
  }) => {
    const { frame } = painted;
    const child = el('cover-view', { events: ['tap'], attributes: { class: 'over' } }, words('over'));
    await painted.open({
      skeletons: [skeleton(0, el(tag, { events: event === undefined ? [] : [event] }, child))],
      sheet: '.over{position:absolute;left:4px;top:4px}',
    });
    await painted.apply(mount(1, 0));
    const host = frame.locator(`wx-${tag}`);
    await expect(host).toContainText(line);
    expect((await host.boundingBox())?.height).toBeGreaterThan(40);
    const told = await painted.take();
    expect(told.map(({ type }) => type)).toEqual(event === undefined ? [] : [event]);
    if (code !== undefined) expect(told[0]?.detail).toMatchObject({ errCode: code, errMsg: expect.any(String) });
    await frame.locator('.over').click();
    expect(await painted.types()).toEqual(['tap']);
  });
}

test('functional-page-navigator draws its content and fails when it is tapped', async ({ painted }) => {
  const { frame } = painted;
  await painted.open({ skeletons: [skeleton(0, el('functional-page-navigator', { events: ['fail'] }, words('pay')))] });
  await painted.apply(mount(1, 0));
  await frame.getByText('pay').click();
  expect(await painted.types()).toEqual(['fail']);
});

test('open-data shows nobody in particular', async ({ painted }) => {
  const { frame } = painted;
  await painted.open({
    skeletons: [
      skeleton(
        1,
        el('open-data', { attributes: { type: 'userNickName' } }),
        el('open-data', { attributes: { type: 'userNickName', lang: 'zh_CN' } }),
        el('open-data', { attributes: { type: 'userNickName', 'default-text': 'Guest' } }),
        el('open-data', { attributes: { type: 'userCity' } }),
        el('open-data', {
          attributes: { type: 'userAvatarUrl', style: 'width:48px;height:48px' },
          holes: { 'default-avatar': 0 },
          events: ['error'],
        }),
      ),
    ],
  });
  await painted.apply(mount(1, 0, ['/picture.svg']));
  const all = frame.locator('wx-open-data');
  await expect(all.nth(0)).toHaveText('User');
  await expect(all.nth(1)).toHaveText('微信用户');
  await expect(all.nth(2)).toHaveText('Guest');
  await expect(all.nth(3)).toHaveText('');
  await expect(all.nth(4).locator('img')).toHaveJSProperty('complete', true);
  await painted.apply(patch(1, 0, 'javascript:alert(1)'));
  await painted.happened({ type: 'error' });
  await expect(all.nth(4).locator('wx-figure')).toBeVisible();
});
