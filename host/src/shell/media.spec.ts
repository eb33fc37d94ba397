import { fileURLToPath } from 'node:url';
import { deflateSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { expect, type ProgramUnderTest, test } from '@terrarium/devtools/testing';

const folder = fileURLToPath(new URL('fixtures/media/', import.meta.url));
test.use({ locale: 'en-GB' });

/** What the fixture has heard of a call, oldest first. */
async function ask(program: ProgramUnderTest, call: string, options: object = {}, on: readonly string[] = []) {
  await program.input('.call', JSON.stringify({ call, options, on }));
  await program.tap('.run');
}

const heardText = (program: ProgramUnderTest) => program.locator('.log').textContent();
async function heard(program: ProgramUnderTest, waits: RegExp): Promise<unknown> {
  await expect(program.locator('.log')).toHaveText(waits);
  return JSON.parse((await heardText(program)) ?? '');
}

/** A camera and a microphone of the page's own making. */
async function pretend(page: Page): Promise<void> {
  await page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = async (wanted) => {
      if (wanted?.video) {
        const canvas = document.createElement('canvas');
        const pen = canvas.getContext('2d');
        pen?.fillRect(0, 0, 320, 240);
        setInterval(() => pen?.fillRect(0, 0, 320, 240), 30);
        return canvas.captureStream(30);
      }
      const sound = new AudioContext();
      const tone = sound.createOscillator();
      const out = sound.createMediaStreamDestination();
      tone.connect(out);
      tone.start();
      return out.stream;
    };
  });
}

/** A grey PNG. */
function png(width: number, height: number): Buffer {
  const crcTable = Array.from({ length: 256 }, (_, n) => {
    let c = n;
    for (let bit = 0; bit < 8; bit += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
    return c >>> 0;
  });
  const crc = (bytes: Buffer) => {
    let c = 0xffffffff;
    for (const byte of bytes) c = (crcTable[(c ^ byte) & 255] ?? 0) ^ (c >>> 8);
    return (c ^ 0xffffffff) >>> 0;
  };
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0], 8);
  const rows = Buffer.alloc((width + 1) * height, 0x88);
  for (let row = 0; row < height; row += 1) rows[row * (width + 1)] = 0;
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const picture = { name: 'p.png', mimeType: 'image/png', buffer: png(30, 20) };

test('pictures are chosen in a sheet, become temporary files and are drawn; what does not fit is said', async ({
  launch,
}) => {
  const program = await launch(folder);
  const { shell } = program;
  await ask(program, 'chooseImage', { count: 1, sizeType: ['original'], sourceType: ['album'] });
  const sheet = shell.getByRole('dialog', { name: 'Choose a picture' });
  await expect(sheet.getByRole('button', { name: 'Take a picture' })).toHaveCount(0);
  const input = sheet.locator('input[type=file]');
  await input.setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('x') });
  await expect(sheet.getByRole('alert')).toHaveText('The program does not take this kind of file.');
  await input.setInputFiles(picture);
  await expect(sheet).toBeHidden();
  const [answer] = [await heard(program, /tempFilePaths/)].flat();
  expect(answer).toMatchObject({
    errMsg: 'chooseImage:ok',
    tempFilePaths: [expect.stringMatching(/^http:\/\/tmp\/\w+\.png$/)],
    tempFiles: [{ size: picture.buffer.length }],
  });
  await expect(program.locator('.shown').locator('img')).toHaveJSProperty('naturalWidth', 30);
});

test('a closed sheet and a wrong argument are failures', async ({ launch }) => {
  const program = await launch(folder);
  await ask(program, 'chooseMedia');
  const sheet = program.shell.getByRole('dialog', { name: 'Choose up to 9 pictures or videos' });
  await sheet.getByRole('button', { name: 'Cancel' }).and(sheet.locator('[aria-disabled=false]')).click();
  expect(await heard(program, /cancel/)).toEqual([{ errMsg: 'chooseMedia:fail cancel' }]);
  await ask(program, 'chooseMessageFile', { count: 'x' });
  expect(await heard(program, /chooseMessageFile/)).toEqual([
    {
      errMsg: 'chooseMessageFile:fail parameter error: parameter.count should be Number instead of String;',
      errno: 1001,
    },
  ]);
});

test('a picture and a video are taken with the camera', async ({ launch, page }) => {
  await pretend(page);
  const program = await launch(folder);
  await ask(program, 'chooseMedia', { mediaType: ['image'], sourceType: ['camera'], sizeType: ['original'], count: 1 });
  const take = page.getByRole('dialog').getByRole('button', { name: 'Take a picture' });
  await expect(take).toHaveAttribute('aria-disabled', 'false');
  await take.click();
  await page.locator('.camera').getByRole('button').click();
  expect(await heard(program, /tempFiles/)).toMatchObject([
    { type: 'image', tempFiles: [{ fileType: 'image', width: 300, height: 150 }] },
  ]);
  await ask(program, 'chooseVideo', { sourceType: ['camera'] });
  const record = page.getByRole('dialog').getByRole('button', { name: 'Record a video' });
  await expect(record).toHaveAttribute('aria-disabled', 'false');
  await record.click();
  await page.locator('.camera').getByRole('button', { name: 'Record a video' }).click();
  await page.locator('.camera').getByRole('button', { name: 'Stop' }).click();
  expect(await heard(program, /chooseVideo/)).toMatchObject([{ width: 300, height: 150, errMsg: 'chooseVideo:ok' }]);
});

test('a saved picture is a download, once the person has allowed it; a smaller one is made', async ({
  launch,
  page,
}) => {
  const program = await launch(folder);
  await ask(program, 'chooseImage', { count: 1, sizeType: ['original'] });
  await program.sheet.locator('input[type=file]').setInputFiles(picture);
  const path = /http:\/\/tmp\/\w+\.png/.exec(JSON.stringify(await heard(program, /tempFilePaths/)))?.[0];
  await ask(program, 'saveImageToPhotosAlbum', { filePath: path });
  const consent = page.getByRole('dialog', { name: /save pictures to your album/ });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    consent.getByRole('button', { name: 'Allow' }).and(consent.locator('[aria-disabled=false]')).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^image-\d{14}\.png$/);
  await heard(program, /saveImageToPhotosAlbum:ok/);
  await ask(program, 'compressImage', { src: path, compressedWidth: 10 });
  const made = /http:\/\/tmp\/\w+\.jpg/.exec(JSON.stringify(await heard(program, /compressImage:ok/)))?.[0];
  await ask(program, 'getImageInfo', { src: made });
  expect(await heard(program, /getImageInfo/)).toMatchObject([{ width: 10, height: 7, type: 'jpeg' }]);
});

test('the recorder tells each step, and gives a file at the end', async ({ launch, page }) => {
  await pretend(page);
  const program = await launch(folder);
  const recorder = (order: string, options: object = {}) => ask(program, 'recorder', { order, ...options });
  await recorder('pause');
  await heard(program, /"Error".*operateRecorder:fail recorder not start/);
  await recorder('start', { duration: 60_000, frameSize: 1 });
  const consent = page.getByRole('dialog', { name: /use the microphone/ });
  await consent.getByRole('button', { name: 'Allow' }).and(consent.locator('[aria-disabled=false]')).click();
  await heard(program, /"Start"/);
  await recorder('pause');
  await heard(program, /"Pause"/);
  await recorder('resume');
  await heard(program, /"Resume"/);
  await recorder('stop');
  expect(await heard(program, /"Stop"/)).toMatchObject([
    {},
    { event: 'Start' },
    { event: 'Pause' },
    { event: 'Resume' },
    { event: 'Frame', detail: true },
    { event: 'Stop', detail: { tempFilePath: expect.stringMatching(/^http:\/\/tmp\/\w+\./) } },
  ]);
});

test('sensors are told while they are there; where there is none the start fails', async ({ launch, page }) => {
  const program = await launch(folder);
  await ask(program, 'startCompass');
  expect(await heard(program, /startCompass/)).toEqual([
    { errMsg: 'startCompass:fail this device has no such sensor, or the browser does not allow it' },
  ]);
  await page.evaluate(() => {
    const turn = () => dispatchEvent(new DeviceOrientationEvent('deviceorientation', { alpha: 90, absolute: true }));
    setInterval(turn, 50);
  });
  await ask(program, 'startCompass', {}, ['onCompassChange']);
  const text = JSON.stringify(
    await heard(program, /startCompass:ok.*onCompassChange|onCompassChange.*startCompass:ok/),
  );
  expect(text).toContain('{"event":"onCompassChange","detail":{"direction":270,"accuracy":"high"}}');
});
