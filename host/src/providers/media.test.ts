import { expect, test } from '@playwright/test';
import { createBridge, createMemoryGrants } from '@terrarium/runtime';
import type { Manifest } from '@terrarium/runtime/protocol';
import { contactProviders } from './contacts.ts';
import { type Choice, type FileWish, type MediaDesk, mediaProviders } from './media.ts';

const manifest: Manifest = {
  ...{ format: 1, appId: 'a', name: 'A', version: '1.0.0', development: true, capabilities: [], domains: {} },
  ...{ pages: ['a'], entryPage: 'a', window: {}, app: {}, components: {}, parts: [], files: [] },
};

async function open(choice?: Choice, decision?: 'granted' | 'refused') {
  const wishes: FileWish[] = [];
  const saved: { readonly name: string; readonly text: string }[] = [];
  const desk: MediaDesk = {
    async choose(_appId, wish) {
      wishes.push(wish);
      return choice;
    },
    save: (name, file) => void file.arrayBuffer().then((bytes) => saved.push({ name, text: decoded(bytes) })),
    measure: async ({ type }) =>
      type.startsWith('video/')
        ? { width: 4, height: 3, duration: 2, thumb: new Blob(['t'], { type: 'image/jpeg' }) }
        : { width: 2, height: 1 },
    shrink: async ({ type }, { quality }) =>
      type.startsWith('image/') ? new Blob([String(quality)], { type: 'image/jpeg' }) : undefined,
  };
  const grants = createMemoryGrants();
  for (const scope of ['scope.writePhotosAlbum', 'scope.addPhoneContact', 'scope.addPhoneCalendar']) {
    if (decision) await grants.decide('a', scope, decision);
  }
  const bridge = createBridge({
    manifest,
    grants,
    now: () => 0,
    providers: { ...mediaProviders(desk), ...contactProviders(desk) },
  });
  const call = (name: string, params: unknown, files?: readonly Blob[], gestureAgeMs?: number) =>
    bridge.handle({ kind: 'request', id: 1, name, params, ...(gestureAgeMs !== undefined && { gestureAgeMs }) }, files);
  return { call, wishes, saved };
}

const decoded = (bytes: ArrayBuffer) => new TextDecoder().decode(bytes);
const picture = new File(['picture, large'], 'p.png', { type: 'image/png', lastModified: 5_000 });
const video = new File(['video'], 'v.mp4', { type: 'video/mp4' });

test('chooseImage hands over what the person chose, and asks for what the program said', async () => {
  const { call, wishes } = await open({ files: [picture], compress: false });
  const outcome = await call('chooseImage', { count: 3, sourceType: ['album', 'fly'], sizeType: ['original'] });
  expect(outcome).toEqual({
    ok: true,
    result: { tempFilePaths: ['carried-file:0'], tempFiles: [{ path: 'carried-file:0', size: 14 }] },
    files: [picture],
  });
  expect(wishes).toMatchObject([{ kinds: ['image'], count: 3, album: true, camera: false, size: 'original' }]);
});

test('pictures are made smaller when the person leaves it at that, never larger', async () => {
  const { call, wishes } = await open({ files: [picture, video], compress: true });
  const outcome = await call('chooseMedia', { count: 2 });
  expect(wishes).toMatchObject([{ kinds: ['image', 'video'], size: 'ask', facing: 'environment', maxSeconds: 10 }]);
  expect(outcome).toMatchObject({
    ok: true,
    result: {
      type: 'mix',
      tempFiles: [
        { tempFilePath: 'carried-file:0', size: 3, fileType: 'image', width: 2, height: 1 },
        { tempFilePath: 'carried-file:1', fileType: 'video', duration: 2, thumbTempFilePath: 'carried-file:2' },
      ],
    },
    files: [{ size: 3 }, { size: 5 }, { size: 1 }],
  });
});

test('chooseVideo and chooseMessageFile say what they got', async () => {
  const taken = await open({ files: [video], compress: false });
  expect(await taken.call('chooseVideo', { camera: 'front' })).toMatchObject({
    result: { tempFilePath: 'carried-file:0', duration: 2, size: 5, width: 4, height: 3 },
  });
  expect(taken.wishes).toMatchObject([{ facing: 'user', maxSeconds: 60, count: 1 }]);
  const files = await open({ files: [picture], compress: false });
  expect(await files.call('chooseMessageFile', { count: 1, type: 'file', extension: ['.PDF'] })).toMatchObject({
    result: { tempFiles: [{ path: 'carried-file:0', name: 'p.png', size: 14, type: 'image', time: 5 }] },
  });
  expect(files.wishes).toMatchObject([{ kinds: ['file'], endings: ['pdf'], camera: false }]);
});

for (const name of ['chooseImage', 'chooseMedia', 'chooseVideo', 'chooseMessageFile']) {
  test(`${name}: a closed sheet is a refusal, a wrong argument is said`, async () => {
    const { call } = await open();
    expect(await call(name, { count: 1 })).toMatchObject({ ok: false, error: { errMsg: 'fail cancel' } });
    const wrong = name === 'chooseMessageFile' ? {} : { sourceType: 'album' };
    expect(await call(name, wrong)).toMatchObject({
      ok: false,
      error: { errMsg: expect.stringMatching(/parameter error: parameter\./) },
    });
  });
}

test('saving needs the scope and a file of that kind', async () => {
  const png = new Blob(['p'], { type: 'image/png' });
  const granted = await open(undefined, 'granted');
  expect(await granted.call('saveImageToPhotosAlbum', { filePath: 'carried-file:0' }, [png])).toMatchObject({
    ok: true,
  });
  await expect
    .poll(() => granted.saved)
    .toMatchObject([{ name: expect.stringMatching(/^image-\d{14}\.png$/), text: 'p' }]);
  expect(await granted.call('saveVideoToPhotosAlbum', { filePath: 'carried-file:0' }, [png])).toMatchObject({
    error: { errMsg: 'fail invalid file type' },
  });
  expect(await granted.call('saveImageToPhotosAlbum', {})).toMatchObject({
    error: { errMsg: expect.stringMatching(/parameter error/) },
  });
  const refused = await open(undefined, 'refused');
  expect(await refused.call('saveImageToPhotosAlbum', { filePath: 'x' }, [png])).toMatchObject({
    error: { errMsg: 'fail auth deny' },
  });
  expect(refused.saved).toEqual([]);
});

test('a file is saved after a tap, by no name that a system would run', async () => {
  const { call, saved } = await open();
  const save = (type: string, gestureAgeMs?: number) =>
    call('saveFileToDisk', { filePath: 'carried-file:0' }, [new Blob(['x'], { type })], gestureAgeMs);
  expect(await save('application/pdf')).toMatchObject({ error: { errMsg: expect.stringMatching(/TAP gesture/) } });
  expect(await save('application/pdf', 10)).toMatchObject({ ok: true });
  expect(await save('application/x-msdownload', 10)).toMatchObject({ ok: true });
  expect(await call('saveFileToDisk', {}, [], 10)).toMatchObject({
    error: { errMsg: expect.stringMatching(/parameter\.filePath should be String/) },
  });
  await expect.poll(() => saved.map(({ name }) => name.replace(/\d{14}/, '…'))).toEqual(['file-….pdf', 'file-….bin']);
});

test('compressImage makes a smaller picture of a picture only', async () => {
  const { call } = await open();
  const png = new Blob(['p'], { type: 'image/png' });
  expect(await call('compressImage', { src: 'carried-file:0', quality: 50 }, [png])).toMatchObject({
    ok: true,
    result: { tempFilePath: 'carried-file:0' },
    files: [{ type: 'image/jpeg', size: 3 }],
  });
  expect(await call('compressImage', { src: 'x' }, [video])).toMatchObject({
    error: { errMsg: 'fail the picture cannot be read' },
  });
  expect(await call('compressImage', { src: {} })).toMatchObject({
    error: { errMsg: expect.stringMatching(/parameter\.src should be/) },
  });
});

test('a contact and a calendar entry are files in which a program’s text begins no line', async () => {
  const { call, saved } = await open(undefined, 'granted');
  await call('addPhoneContact', { firstName: 'Ann\r\nTEL:1', lastName: 'Li; B', mobilePhoneNumber: '123' });
  const event = { title: 'Tea', startTime: 1_700_000_000, location: 'a,b' };
  await call('addPhoneRepeatCalendar', { ...event, repeatInterval: 'week' });
  await expect.poll(() => saved.length).toBe(2);
  const [contact, entry] = saved;
  expect(contact?.text.split('\r\n')).toEqual([
    ...['BEGIN:VCARD', 'VERSION:4.0', 'FN:Ann\\nTEL:1 Li\\; B', 'N:Li\\; B;Ann\\nTEL:1;;;', 'TEL;TYPE=cell:123'],
    ...['END:VCARD', ''],
  ]);
  expect(entry).toMatchObject({
    name: 'event.ics',
    text: expect.stringMatching(/DTSTART:20231114T221320Z\r\nSUMMARY:Tea\r\nLOCATION:a\\,b/),
  });
  expect(entry?.text).toContain('\r\nRRULE:FREQ=WEEKLY\r\n');
});

test('a contact needs its scope and a name', async () => {
  const { call } = await open(undefined, 'refused');
  expect(await call('addPhoneContact', { firstName: 'A' })).toMatchObject({ error: { errMsg: 'fail auth deny' } });
  expect(await call('addPhoneCalendar', { title: 'A' })).toMatchObject({
    error: { errMsg: expect.stringMatching(/parameter\.startTime/) },
  });
  expect(await call('addPhoneContact', {})).toMatchObject({
    error: { errMsg: expect.stringMatching(/parameter\.firstName/) },
  });
});
