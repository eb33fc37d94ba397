import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { readHostSettings, tileOrigin } from './host-settings.ts';

const template = 'https://tiles.example/{z}/{x}/{y}.png';
const attribution = '© Somebody';

async function reading(text: string) {
  const folder = await mkdtemp(join(tmpdir(), 'terrarium-settings-'));
  try {
    await writeFile(join(folder, 'settings.json'), text);
    return await readHostSettings(join(folder, 'settings.json'));
  } finally {
    await rm(folder, { recursive: true });
  }
}

test('tiles of maps are a setting of the host; without the file there are none', async () => {
  expect(await readHostSettings('/nowhere/settings.json')).toEqual({});
  const { mapTiles } = await reading(JSON.stringify({ mapTiles: { template, attribution } }));
  expect(mapTiles).toEqual({ template, attribution, maxZoom: 18 });
  expect(mapTiles && tileOrigin(mapTiles)).toBe('https://tiles.example');
});

const wrong: readonly [what: string, text: string, says: RegExp][] = [
  ['no JSON', '{', /^settings\.json of the data folder: /],
  ['another key', '{"mapTile":{}}', /mapTile/],
  ['no source', JSON.stringify({ mapTiles: { template } }), /mapTiles\.attribution/],
  ['an open address', JSON.stringify({ mapTiles: { template: template.replace('s:', ':'), attribution } }), /an https/],
  ['no holes', JSON.stringify({ mapTiles: { template: 'https://tiles.example/', attribution } }), /an https address/],
  [
    'a host that is none',
    JSON.stringify({ mapTiles: { template: 'https://{z};script-src *.example/{x}/{y}', attribution } }),
    /an https address/,
  ],
];
for (const [what, text, says] of wrong) {
  test(`settings with ${what} say so`, async () => {
    await expect(reading(text)).rejects.toThrow(says);
  });
}
