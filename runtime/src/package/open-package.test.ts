import { createHash } from 'node:crypto';
import { expect, test } from '@playwright/test';
import type { Manifest } from '../protocol/manifest.ts';
import { memorySource, openPackage, packageLimits } from './index.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const content: Readonly<Record<string, string>> = {
  'main.logic.js': 'defineModule("app.js", function () {});',
  'main.skeletons.json':
    '{"first":0,"skeletons":[{"source":"a.wxml","holes":0,"roots":[{"kind":"element","tag":"view"}]}]}',
  'shop/main.logic.js': '',
  'shop/main.skeletons.json': '{"first":1,"skeletons":[]}',
  'images/点.png': 'dot',
};

const plain: Manifest = {
  format: 1,
  appId: 'wx12',
  name: 'Test',
  version: '1.0.0',
  development: false,
  capabilities: [],
  domains: {},
  pages: ['index', 'shop/cart'],
  entryPage: 'index',
  window: {},
  app: {},
  components: {},
  parts: [
    { root: '', logic: 'main.logic.js', skeletons: 'main.skeletons.json' },
    { root: 'shop', logic: 'shop/main.logic.js', skeletons: 'shop/main.skeletons.json' },
  ],
  files: [],
};

/** A package of these files whose manifest lists them truly, unless `change` says otherwise. */
function packageOf(files: Readonly<Record<string, string>>, change: (manifest: Manifest) => unknown = (it) => it) {
  const held = new Map(Object.entries(files).map(([path, text]) => [path, bytesOf(text)]));
  const list = [...held].map(([path, bytes]) => ({ path, size: bytes.byteLength, sha256: hashOf(bytes) }));
  const manifest = bytesOf(JSON.stringify(change({ ...plain, files: list })));
  held.set('manifest.json', manifest);
  return { files: held, source: memorySource(held), digest: hashOf(manifest) };
}

const listed =
  (...extra: Manifest['files']) =>
  (manifest: Manifest) => ({
    ...manifest,
    files: [...manifest.files, ...extra],
  });
const file = (path: string, size = 0) => ({ path, size, sha256: '0'.repeat(64) });

test('a whole package opens, part by part', async () => {
  const { source, digest } = packageOf(content);
  const opened = await openPackage(source, { digest });
  expect(opened.digest).toBe(digest);
  expect(await opened.readText('images/点.png')).toBe('dot');
  const main = await opened.part('');
  expect(main.logic).toBe(content['main.logic.js']);
  expect(main.skeletons.skeletons[0]?.roots).toEqual([{ kind: 'element', tag: 'view' }]);
  expect((await opened.part('shop')).skeletons).toEqual({ first: 1, skeletons: [] });
  expect([opened.partOf('index'), opened.partOf('shop/cart'), opened.partOf('shopping/cart')]).toEqual([
    '',
    'shop',
    '',
  ]);
});

test('a file is read and verified once', async () => {
  const { files } = packageOf(content);
  const reads: string[] = [];
  const source = memorySource(files);
  const opened = await openPackage({
    read(path) {
      reads.push(path);
      return source.read(path);
    },
  });
  const [one, two] = await Promise.all([opened.read('images/点.png'), opened.read('images/点.png')]);
  expect(two).toBe(one);
  files.set('images/点.png', bytesOf('changed on disk'));
  expect(await opened.readText('images/点.png')).toBe('dot');
  expect(reads).toEqual(['manifest.json', 'images/点.png']);
});

test('a failed read can be tried again', async () => {
  const { files, source } = packageOf(content);
  const whole = files.get('images/点.png') ?? new Uint8Array();
  files.delete('images/点.png');
  const opened = await openPackage(source);
  await expect(opened.read('images/点.png')).rejects.toMatchObject({ code: 'PACKAGE' });
  files.set('images/点.png', whole);
  expect(await opened.readText('images/点.png')).toBe('dot');
});

const refusedToOpen: readonly (readonly [what: string, change: (manifest: Manifest) => unknown, message: string])[] = [
  ['a path that climbs', listed(file('../x')), 'must be a relative path inside the package'],
  ['an absolute path', listed(file('/etc/x')), 'must be a relative path inside the package'],
  ['a backslash', listed(file('a\\b')), 'must be a relative path inside the package'],
  ['a control character', listed(file('a\u0007')), 'must be a relative path inside the package'],
  ['a decomposed name', listed(file('e\u0301.png')), 'must be a relative path inside the package'],
  [
    'twins but for case',
    listed(file('IMAGES/点.PNG')),
    'images/点.png and IMAGES/点.PNG differ in nothing but upper and lower case',
  ],
  ['the same name twice', listed(file('a'), file('a')), 'a and a differ in nothing but'],
  ['a file that is also a folder', listed(file('a'), file('A/b')), 'a is both a file and a folder'],
  ['the manifest itself', listed(file('manifest.json')), '"manifest.json" is not an allowed file name'],
  ['the signature', listed(file('signature.json')), '"signature.json" is not an allowed file name'],
  ['a size that is none', listed(file('a', -1)), 'a has the impossible size -1'],
  ['a hash that is none', listed({ ...file('a'), sha256: 'ABC' }), 'files.5.sha256 is wrong'],
  ['a main package above 2 MB', listed(file('a', packageLimits.partBytes)), 'the main package has'],
  ['a subpackage above 2 MB', listed(file('shop/a', packageLimits.partBytes + 1)), 'the subpackage shop has'],
  [
    '30 MB in all',
    listed(...Array.from({ length: 16 }, (_, at) => file(`a${at}`, 2_000_000))),
    'at most 31457280 are allowed',
  ],
  ['more than 5,000 files', listed(...Array.from({ length: 5_000 }, (_, at) => file(`a${at}`))), 'it lists 5005 files'],
  ['no page', (manifest) => ({ ...manifest, pages: [] }), 'pages is wrong'],
  ['an unknown format', (manifest) => ({ ...manifest, format: 2 }), 'format is wrong'],
  ['a forged app id', (manifest) => ({ ...manifest, appId: 'a.b' }), 'appId is wrong'],
  ['a part without its file', (manifest) => ({ ...manifest, appStyle: 'gone.css' }), 'it refers to gone.css'],
  ['no main package', (manifest) => ({ ...manifest, parts: manifest.parts.slice(1) }), 'exactly one main package'],
];
for (const [what, change, message] of refusedToOpen) {
  test(`${what} in the manifest is refused`, async () => {
    const opening = openPackage(packageOf(content, change).source);
    await expect(opening).rejects.toMatchObject({
      code: 'PACKAGE',
      message: expect.stringMatching(/^manifest\.json: .*; build the package again/),
    });
    await expect(opening).rejects.toThrow(message);
  });
}

test('a package in development may weigh more, but not without end', async () => {
  const heavy = (size: number) => (manifest: Manifest) => ({ ...listed(file('a', size))(manifest), development: true });
  await expect(openPackage(packageOf(content, heavy(3_000_000)).source)).resolves.toBeDefined();
  await expect(openPackage(packageOf(content, heavy(40_000_000)).source)).rejects.toMatchObject({ code: 'PACKAGE' });
});

const refusedToRead: readonly (readonly [what: string, path: string, text: string | undefined, message: string])[] = [
  ['a missing file', 'images/点.png', undefined, 'images/点.png: is not in the package'],
  [
    'a shorter file',
    'images/点.png',
    'do',
    'images/点.png: has 2 bytes, manifest.json says 3; build the package again or download it again',
  ],
  ['a changed file', 'images/点.png', 'dog', 'images/点.png: was changed: its SHA-256 is'],
  ['a file nobody listed', 'extra.js', 'evil()', 'extra.js: manifest.json does not list it'],
];
for (const [what, path, text, message] of refusedToRead) {
  test(`${what} is refused when it is read`, async () => {
    const { files, source } = packageOf(content);
    if (text === undefined) files.delete(path);
    else files.set(path, bytesOf(text));
    const opened = await openPackage(source);
    const reading = opened.read(path);
    await expect(reading).rejects.toMatchObject({ code: 'PACKAGE' });
    await expect(reading).rejects.toThrow(message);
  });
}

test('another digest, no JSON and endless nesting are refused', async () => {
  const { files, source } = packageOf(content);
  await expect(openPackage(source, { digest: '0'.repeat(64) })).rejects.toThrow(
    /manifest\.json: its SHA-256 is \w+, expected was 000/,
  );
  for (const text of ['', '{', '['.repeat(100_000)]) {
    files.set('manifest.json', bytesOf(text));
    await expect(openPackage(source)).rejects.toMatchObject({
      code: 'PACKAGE',
      message: expect.stringContaining('manifest.json: '),
    });
  }
});

const badSkeletons: readonly (readonly [what: string, node: string])[] = [
  ['an event attribute', '{"kind":"element","tag":"view","attributes":{"onclick":"x"}}'],
  ['a tag that is none', '{"kind":"element","tag":"x y"}'],
  ['a member nobody knows', '{"kind":"element","tag":"view","html":"<b>"}'],
  ['endless nesting', `${'{"kind":"element","tag":"view","children":['.repeat(50_000)}${']}'.repeat(50_000)}`],
];
for (const [what, node] of badSkeletons) {
  test(`skeletons with ${what} are refused`, async () => {
    const text = `{"first":0,"skeletons":[{"source":"a.wxml","holes":0,"roots":[${node}]}]}`;
    const large = { ...content, 'main.skeletons.json': text };
    const opened = await openPackage(packageOf(large, (manifest) => ({ ...manifest, development: true })).source);
    const reading = opened.part('');
    await expect(reading).rejects.toMatchObject({
      code: 'PACKAGE',
      message: expect.stringContaining('main.skeletons.json: '),
    });
  });
}

test('a signature must be there, whole and of the expected key', async () => {
  const { publicKey, privateKey } = await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify']);
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', publicKey));
  const { files, source } = packageOf(content);
  const sign = async (bytes: Uint8Array) => {
    const signature = await crypto.subtle.sign('Ed25519', privateKey, Uint8Array.from(bytes));
    return bytesOf(JSON.stringify({ algorithm: 'Ed25519', signature: Buffer.from(signature).toString('base64') }));
  };
  const opening = () => openPackage(source, { publicKey: raw });
  await expect(opening()).rejects.toThrow('signature.json: is not in the package');
  files.set('signature.json', bytesOf('{"algorithm":"none","signature":""}'));
  await expect(opening()).rejects.toThrow('signature.json: is not a signature');
  files.set('signature.json', await sign(bytesOf('something else')));
  await expect(opening()).rejects.toThrow('was not signed by the expected key');
  files.set('signature.json', await sign(files.get('manifest.json') ?? new Uint8Array()));
  expect((await opening()).manifest.appId).toBe('wx12');
});
