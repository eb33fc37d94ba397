import { symlink, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { memorySource, openPackage } from '../package/index.ts';
import { buildFiles, createProject, linesOf, removeProjects, smallest } from './testing/temporary-project.ts';

test.afterEach(removeProjects);

test('what is no source travels as it is; sources, tools and documents stay at home', async () => {
  const built = await buildFiles({
    ...smallest,
    'images/a b.png': 'kept',
    'sounds/点.mp3': 'kept',
    'data.bin': 'kept',
    'images/ignored.png': '',
    'drafts/a.png': '',
    'a.draft.png': '',
    'tmp_a.png': '',
    'deep/er/x.psb': '',
    'deep/x.psb': '',
    'deep/kept.psb': 'kept',
    'raw/1.png': '',
    'raw/10.png': '',
    'raw/more/1.png': 'kept',
    'old-1.png': '',
    'i18n/en.json': '{}',
    'i18n/zh.json': '{}',
    'project.config.json': JSON.stringify({
      packOptions: {
        ignore: [
          { type: 'file', value: './images/ignored.png' },
          { type: 'folder', value: '/drafts/' },
          { type: 'suffix', value: '.draft.png' },
          { type: 'prefix', value: 'tmp_' },
          { type: 'regexp', value: '^old-\\d' },
          { type: 'glob', value: 'deep/**/*.psb' },
          { type: 'glob', value: 'raw/*.png' },
        ],
        include: [{ type: 'regexp', value: '/KEPT\\.psb$/i' }],
      },
    }),
    'README.md': '',
    LICENSE: '',
    'package.json': '{}',
    'package-lock.json': '{}',
    'tsconfig.json': '{}',
    'sitemap.json': '{}',
    'unused.js': '',
    'unused.wxss': '',
    '.hidden/a.png': '',
    '.eslintrc': '',
    'node_modules/a/a.png': '',
  });
  const generated = /^(?:manifest\.json|main\..*|styles\/.*)$/;
  expect([...built.files.keys()].filter((path) => !generated.test(path))).toEqual([
    'data.bin',
    'deep/kept.psb',
    'images/a b.png',
    'raw/more/1.png',
    'sounds/点.mp3',
  ]);
  expect(linesOf(built.warnings)).toEqual([]);
});

test('what cannot be in a package is left out and named', async () => {
  const project = await createProject({
    ...smallest,
    'Twin.png': 'one',
    'twin.png': 'two',
    'back\\slash.png': '',
    'bell\u0007.png': '',
    'cafe\u0301.png': 'decomposed',
    'huge.mp4': '',
  });
  await symlink('/etc/hostname', join(project.folder, 'link.png'));
  await truncate(join(project.folder, 'huge.mp4'), 300 * 1024 * 1024);
  const built = await project.build();
  expect(linesOf(built.warnings)).toEqual([
    'ASSET "back\\\\slash.png": cannot be a file name in a package; rename it',
    'ASSET "bell\\u0007.png": cannot be a file name in a package; rename it',
    'ASSET huge.mp4: cannot be read, or is larger than a package may be; it is left out',
    'ASSET link.png: is a link and is left out; copy the file',
    'ASSET twin.png: differs from Twin.png in nothing but upper and lower case; it is left out',
  ]);
  const opened = await openPackage(memorySource(built.files));
  expect(await opened.readText('caf\u00e9.png')).toBe('decomposed');
});

test('too heavy: a warning while it is developed, a problem when it is to be published', async () => {
  const heavy = { ...smallest, 'a.png': 'x'.repeat(3 * 1024 * 1024) };
  const message = /^PACKAGE the main package has 307\d KB; a published one may have 2048 KB: move pages/;
  const developed = await buildFiles(heavy);
  expect(linesOf(developed.warnings)).toEqual([expect.stringMatching(message)]);
  await openPackage(memorySource(developed.files));
  const published = await buildFiles({ ...heavy, 'terrarium.json': '{}' });
  expect(linesOf(published.problems)).toEqual([expect.stringMatching(message)]);
});

test('a package stays below its caps whatever the folder holds', async () => {
  const many = Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`a${at}.png`, 'x'.repeat(3 * 1024 * 1024)]));
  const built = await buildFiles({ ...smallest, ...many });
  expect(linesOf(built.warnings)).toContainEqual(
    'ASSET 3 files are left out, from a7.png on: a package holds 5000 files and 30 MB',
  );
  await openPackage(memorySource(built.files));
});

test('pack options that cannot be used are named', async () => {
  const ignore = [
    { type: 'regexp', value: '(' },
    { type: 'regexp', value: '(a+)+$' },
    { type: 'nothing', value: 'a' },
    { type: 'file' },
  ];
  const { warnings } = await buildFiles({
    ...smallest,
    'project.config.json': JSON.stringify({ packOptions: { ignore } }),
  });
  expect(linesOf(warnings)).toEqual(
    [27, 57, 92, 123].map(
      (column) =>
        `project.config.json:1:${column} CONFIG an entry of "packOptions.ignore" cannot be used; it is left out`,
    ),
  );
});
