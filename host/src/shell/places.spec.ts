import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, ProgramUnderTest, startHost, test } from '@terrarium/devtools/testing';
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer';

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const sheets = folder('fixtures/sheets/');
const home = { latitude: 30.25, longitude: 120.16 };
test.use({ locale: 'en-GB' });

async function ask(program: ProgramUnderTest, call: string, options: object = {}): Promise<void> {
  await program.input('.wish', JSON.stringify({ call, options }));
  await program.tap('.run');
}

const heard = async (program: ProgramUnderTest): Promise<unknown> =>
  JSON.parse(String((await program.data('log')) || 'null'));

const picture = (name: string) => test.info().outputPath(`${name}.png`);

/** A code as a picture, by the other half of the library that reads it. */
async function codePicture(text: string, format: 'EAN13' | 'Code128' | 'DataMatrix'): Promise<Buffer> {
  const wasm = await readFile(createRequire(import.meta.url).resolve('zxing-wasm/writer/zxing_writer.wasm'));
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } });
  const { image, error } = await writeBarcode(text, { format, scale: 4 });
  if (image === null) throw new Error(error);
  return Buffer.from(await image.arrayBuffer());
}

test('a place is chosen on a map: by keys, by coordinates, by an address of the book', async ({ launch, page }) => {
  const program = await launch(sheets, { location: home });
  const { token, session } = await page.evaluate(() => ({
    token: document.querySelector('meta[name="terrarium-token"]')?.getAttribute('content') ?? '',
    session: localStorage.getItem('terrarium.session') ?? '',
  }));
  const { origin } = new URL(page.url());
  const blank = { postalCode: '', provinceName: '', countyName: '', streetName: '', detailInfoNew: '' };
  const kept = await page.request.post(`${origin}/api/accounts/addresses`, {
    headers: { authorization: `Bearer ${token}`, 'x-terrarium-session': session, origin },
    data: {
      ...{ ...blank, userName: 'Ann', telNumber: '13900000000', nationalCode: '' },
      ...{ cityName: 'Hangzhou', detailInfo: '1 Lake Road' },
    },
  });
  expect(kept.status()).toBeLessThan(300);

  await ask(program, 'chooseLocation');
  await program.answer('Accept');
  const sheet = page.getByRole('dialog', { name: 'Choose a place' });
  const point = sheet.locator('output');
  // Where the phone is, as maps of China count.
  await expect(point).toHaveText(/^30\.247\d*, 120\.164\d*$/);
  const map = sheet.getByRole('application');
  await expect(map.locator('.map-grid').first()).toBeVisible();
  await page.screenshot({ path: picture('choose') });

  const search = sheet.getByRole('searchbox');
  await search.fill('31.2, 121.5');
  await expect(sheet.getByRole('button', { name: 'Go to 31.2, 121.5' })).toBeVisible();
  await search.press('Enter');
  await expect(point).toHaveText('31.2, 121.5');
  await map.focus();
  await page.keyboard.press('ArrowUp');
  // A key moves it by 80 pixels, and a pixel is a hundred-thousandth of a degree.
  await expect(point).toHaveText(/^31\.201\d*, 121\.(5|49999)$/);
  await page.keyboard.press('ArrowDown');
  await expect(point).toHaveText(/^31\.(2|19999), 121\.(5|49999)$/);
  await sheet.getByRole('button', { name: 'Zoom in' }).click();

  await search.fill('zebra');
  await expect(sheet.getByText('Nothing of that kind in your address book.')).toBeVisible();
  await search.fill('lake');
  await sheet.getByRole('button', { name: /1 Lake Road/ }).click();
  await expect(sheet.getByLabel('Name of the place')).toHaveValue('1 Lake Road');
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.screenshot({ path: picture('choose-dark') });
  await program.answer('Choose');
  await expect
    .poll(() => heard(program))
    .toEqual({
      ...{ errMsg: 'chooseLocation:ok', name: '1 Lake Road', address: 'Hangzhou 1 Lake Road' },
      ...{ latitude: expect.closeTo(31.2, 3), longitude: expect.closeTo(121.5, 3) },
    });
});

test('a place is shown: its pin stays with it when the map moves', async ({ launch, page }) => {
  const program = await launch(sheets);
  await ask(program, 'openLocation', { ...home, name: 'West Lake', address: 'Hangzhou', scale: 14 });
  const sheet = page.getByRole('dialog', { name: 'Place' });
  await expect(sheet).toContainText('West Lake');
  await expect(sheet.locator('output')).toHaveText('30.25, 120.16');
  const map = sheet.getByRole('application');
  await expect(map.locator('.map-grid').first()).toBeVisible();
  const pin = sheet.locator('.map-pin');
  const tip = async () => {
    const box = await pin.boundingBox();
    return Math.round((box?.x ?? 0) + (box?.width ?? 0) / 2);
  };
  const ground = await map.boundingBox();
  expect(await tip()).toBe(Math.round((ground?.x ?? 0) + (ground?.width ?? 0) / 2));
  const before = await tip();
  await map.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(tip).toBeLessThan(before - 40);
  await page.screenshot({ path: picture('show') });
  await program.answer('Close');
  await expect.poll(() => heard(program)).toEqual({ errMsg: 'openLocation:ok' });
});

test('tiles come from the provider that the host names, and from nowhere else', async ({ page }) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'terrarium-tiles-'));
  const mapTiles = { template: 'https://tiles.example/{z}/{x}/{y}.png', attribution: '© Somebody', maxZoom: 17 };
  await writeFile(join(dataDir, 'settings.json'), JSON.stringify({ mapTiles }));
  const asked = new Set<string>();
  const tile = await codePicture('tile', 'DataMatrix');
  await page.context().route(/^https:/, (route) => {
    asked.add(new URL(route.request().url()).host);
    return route.fulfill({ body: tile, contentType: 'image/png' });
  });
  const walk = folder('../../../devtools/src/testing/fixtures/walk');
  const host = await startHost({ folders: [walk, sheets], dataDir });
  try {
    const answer = await page.goto(`${host.address}/?open=walk&path=pages/map/map`);
    expect(answer?.headers()['content-security-policy']).toContain('https://tiles.example;');
    const program = new ProgramUnderTest(page, 'walk');
    const map = program.locator('.map');
    await expect(map.locator('img.leaflet-tile-loaded').first()).toBeVisible();
    await expect(map).toContainText('© Somebody');
    await page.screenshot({ path: picture('tiles') });
    await program.open('pages/index/index');
    await program.tap('.open');
    const sheet = page.getByRole('dialog', { name: 'Place' });
    await expect(sheet.locator('img.leaflet-tile-loaded').first()).toBeVisible();
    await expect(sheet).toContainText('© Somebody');
    expect([...asked]).toEqual(['tiles.example']);
  } finally {
    await host.dispose();
    await rm(dataDir, { recursive: true });
  }
});

test('a bar code is read from the camera, which is off afterwards', async ({ launch, page }) => {
  const bars = `data:image/png;base64,${(await codePicture('4006381333931', 'EAN13')).toString('base64')}`;
  await page.addInitScript((code) => {
    navigator.mediaDevices.getUserMedia = async () => {
      const picture = new Image();
      picture.src = code;
      await picture.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [640, 480];
      const pen = canvas.getContext('2d');
      let frames = 0;
      const draw = () => {
        pen?.fillRect(0, 0, 640, 480);
        // The code comes into sight after a while.
        frames += 1;
        if (frames > 20) pen?.drawImage(picture, 60, 60);
      };
      setInterval(draw, 30);
      const stream = canvas.captureStream(30);
      Reflect.set(window, 'camera', stream);
      return stream;
    };
  }, bars);
  const program = await launch(sheets);
  await ask(program, 'scanCode', { onlyFromCamera: true });
  const sheet = page.getByRole('dialog', { name: 'Read a code' });
  await expect(sheet.locator('video')).toBeVisible();
  await expect(sheet.getByRole('button', { name: 'Choose a picture' })).toHaveCount(0);
  await page.screenshot({ path: picture('scan') });
  await expect
    .poll(() => heard(program))
    .toMatchObject({ errMsg: 'scanCode:ok', result: '4006381333931', scanType: 'EAN_13', charSet: 'utf-8' });
  const live = () =>
    page.evaluate(() => {
      const camera: MediaStream = Reflect.get(window, 'camera');
      return camera.getTracks().some(({ readyState }) => readyState === 'live');
    });
  await expect.poll(live).toBe(false);
});

test('without a camera a picture does; only the kinds that were asked for are read', async ({ launch, page }) => {
  const program = await launch(sheets);
  const files = program.sheet.locator('input[type=file]');
  const file = async (text: string, format: 'Code128' | 'DataMatrix') => ({
    ...{ name: 'code.png', mimeType: 'image/png' },
    buffer: await codePicture(text, format),
  });
  await ask(program, 'scanCode', { scanType: ['barCode'] });
  await expect(page.getByRole('dialog')).toContainText('There is no camera');
  await files.setInputFiles(await file('matrix', 'DataMatrix'));
  await expect(page.getByRole('alert')).toHaveText('There is no code in this picture that can be read.');
  await page.screenshot({ path: picture('scan-picture') });
  await files.setInputFiles(await file('PLANT-128', 'Code128'));
  await expect
    .poll(() => heard(program))
    .toMatchObject({ errMsg: 'scanCode:ok', result: 'PLANT-128', scanType: 'CODE_128', rawData: btoa('PLANT-128') });
  await ask(program, 'scanCode', { scanType: ['datamatrix'] });
  await files.setInputFiles(await file('matrix', 'DataMatrix'));
  await expect.poll(() => heard(program)).toMatchObject({ result: 'matrix', scanType: 'DATA_MATRIX' });
  await ask(program, 'scanCode', { scanType: ['smoke'] });
  await expect
    .poll(() => heard(program))
    .toMatchObject({ errMsg: expect.stringMatching(/^scanCode:fail parameter error/) });
});
