import { expect, test } from '@playwright/test';
import type { Build } from '../build.ts';
import { buildFiles, type Files, linesOf, removeProjects, smallest } from '../testing/temporary-project.ts';

test.afterEach(removeProjects);

const page = '<view/>';
const broken: readonly (readonly [what: string, files: Files, problems: readonly string[]])[] = [
  [
    'no app.json',
    { 'pages/index/index.wxml': page },
    [
      'app.json:1:1 MANIFEST no app.json in program; open the folder that holds it, or create one that lists the pages: {"pages": ["pages/index/index"]}',
    ],
  ],
  [
    'app.json one folder deeper',
    { 'src/app.json': '{}', 'dist/app.json': '{}' },
    [
      'app.json:1:1 MANIFEST no app.json in program; there is one in dist, src: open that folder, or name it as "miniprogramRoot" in project.config.json',
    ],
  ],
  [
    'app.json with a syntax error',
    { ...smallest, 'app.json': '{\n  "pages": ["pages/index/index"\n}' },
    ['app.json:3:1 MANIFEST not valid JSON: comma expected'],
  ],
  [
    'app.json nested too deep',
    { 'app.json': '['.repeat(100_000) },
    ['app.json:1:1 MANIFEST the JSON is nested too deep; flatten it'],
  ],
  [
    'app.json without pages',
    { 'app.json': '{"pages": []}' },
    ['app.json:1:11 MANIFEST app.json lists no page; add at least one to "pages"'],
  ],
  [
    'a page that does not exist',
    { ...smallest, 'app.json': '{\n  "pages": [\n    "pages/index/index",\n    "pages/gone/gone"\n  ]\n}' },
    [
      'app.json:4:5 MANIFEST app.json lists the page pages/gone/gone, but there is no pages/gone/gone.wxml; create it or remove the page',
    ],
  ],
  [
    'a page outside the project',
    { ...smallest, 'app.json': '{"pages": ["pages/index/index", "../secret", 7]}' },
    ['app.json:1:33 MANIFEST "../secret" is no page path', 'app.json:1:46 MANIFEST 7 is no page path'],
  ],
  [
    'a page with broken JSON',
    { ...smallest, 'pages/index/index.json': '{"usingComponents" {}}' },
    ['pages/index/index.json:1:20 MANIFEST not valid JSON: colon expected'],
  ],
  [
    'a miniprogramRoot outside the project',
    { ...smallest, 'project.config.json': '{"miniprogramRoot": "../.."}' },
    ['project.config.json:1:21 MANIFEST "miniprogramRoot" must be a folder inside the project, found "../.."'],
  ],
  [
    'an app id that cannot be a host name',
    { ...smallest, 'terrarium.json': '{"appId": "../WX"}' },
    [
      'terrarium.json:1:11 MANIFEST "appId" must be up to 63 lower-case letters, digits and inner dashes, found "../WX"',
    ],
  ],
  [
    'a subpackage without a root',
    { ...smallest, 'app.json': '{"pages": ["pages/index/index"], "subPackages": [{"pages": ["a"]}]}' },
    ['app.json:1:50 MANIFEST a subpackage needs a "root" of its own: a folder of the project'],
  ],
];
for (const [what, files, problems] of broken) {
  test(`${what} is a problem`, async () => {
    const built = await buildFiles(files);
    expect(linesOf(built.problems)).toEqual(problems);
    expect(built).toMatchObject({ ok: false, digest: '' });
    expect(built.files.size).toBe(0);
  });
}

const odd: readonly (readonly [
  what: string,
  files: Files,
  warnings: readonly string[],
  check: (built: Build) => void,
])[] = [
  [
    'comments, trailing commas and an empty file',
    {
      ...smallest,
      'app.json': '// the app\n{"pages": ["/pages/index/index",], /* no more */}',
      'pages/index/index.json': ' \n',
    },
    [],
    ({ manifest }) => expect(manifest?.pages).toEqual(['pages/index/index']),
  ],
  [
    'values of the wrong kind',
    {
      ...smallest,
      'app.json':
        '{"pages": ["pages/index/index"], "window": {"enablePullDownRefresh": "true", "onReachBottomDistance": "50", "navigationBarTextStyle": "#fff", "backgroundColor": 7}}',
    },
    [
      'app.json:1:70 CONFIG "enablePullDownRefresh" is a string; it is read as true, write it without quotes',
      'app.json:1:103 CONFIG "onReachBottomDistance" is a string; it is read as 50, write it without quotes',
      'app.json:1:135 CONFIG "navigationBarTextStyle" must be "black" or "white", found "#fff"; it is ignored',
      'app.json:1:162 CONFIG "backgroundColor" must be a string, found 7; it is ignored',
    ],
    ({ manifest }) => expect(manifest?.window).toEqual({ enablePullDownRefresh: true, onReachBottomDistance: 50 }),
  ],
  [
    'a tab bar with a page that is not listed and an icon that is not there',
    {
      ...smallest,
      'a.png': 'a',
      'app.json':
        '{"pages": ["pages/index/index"], "tabBar": {"list": [{"pagePath": "pages/index/index", "text": "a", "iconPath": "./a.png", "selectedIconPath": "b.png"}, {"pagePath": "pages/b"}]}}',
    },
    [
      'app.json:1:44 CONFIG tabBar needs 2 to 5 entries, found 1',
      'app.json:1:144 ASSET "selectedIconPath": there is no b.png; the tab has no such icon',
      'app.json:1:167 CONFIG tabBar names "pages/b", which is not in "pages"; it is left out',
    ],
    ({ manifest }) =>
      expect(manifest?.tabBar?.list).toEqual([{ pagePath: 'pages/index/index', text: 'a', iconPath: 'a.png' }]),
  ],
  [
    'what nothing here supplies',
    { ...smallest, 'app.json': '{"pages": ["pages/index/index"], "functionalPages": true}' },
    ['app.json:1:53 CONFIG "functionalPages": functional pages are not supported'],
    ({ ok }) => expect(ok).toBe(true),
  ],
  [
    'an identity of its own',
    {
      ...smallest,
      'project.config.json': '{"appid": "wxABC", "projectname": "Theirs"}',
      'terrarium.json':
        '{"appId": "pizza", "name": "Pizza", "version": "1.2.0", "icon": "logo.png", "capabilities": ["login"], "domains": {"request": ["https://a.example"]}, "colour": 1, "entryPages": ["pages/index/index", "p/b"]}',
    },
    [
      'CONFIG terrarium.json: the entry page "p/b" is none of app.json',
      'ASSET terrarium.json: there is no icon "logo.png"',
      'terrarium.json:1:161 CONFIG "colour" is no setting of terrarium.json',
    ],
    ({ manifest }) =>
      expect(manifest).toMatchObject({
        appId: 'pizza',
        name: 'Pizza',
        version: '1.2.0',
        development: false,
        capabilities: ['login'],
        domains: { request: ['https://a.example'] },
        entryPages: ['pages/index/index'],
      }),
  ],
];
for (const [what, files, warnings, check] of odd) {
  test(`${what}: tolerated`, async () => {
    const built = await buildFiles(files);
    expect(linesOf(built.problems)).toEqual([]);
    expect(linesOf(built.warnings)).toEqual(warnings);
    check(built);
  });
}

test('the app id falls back to project.config.json, then to the folder', async () => {
  const vendor = await buildFiles({
    ...smallest,
    'project.config.json': '{"appid": "wxABC", "projectname": "Theirs"}',
  });
  expect(vendor.manifest).toMatchObject({ appId: 'wxabc', name: 'Theirs', development: true });
  expect((await buildFiles(smallest)).manifest).toMatchObject({ appId: 'program', name: 'program' });
});

test('a source root keeps package paths short and positions whole', async () => {
  const files = Object.fromEntries(Object.entries(smallest).map(([path, text]) => [`client/${path}`, text]));
  const built = await buildFiles({
    ...files,
    'project.config.json': '{"miniprogramRoot": "./client/"}',
    'client/pages/index/index.js': 'require("./gone")',
  });
  expect(built.manifest?.components['pages/index/index']?.script).toBe('pages/index/index.js');
  expect(linesOf(built.warnings)).toEqual([
    'client/pages/index/index.js:1:1 MODULE there is no module "./gone"; require of it throws',
  ]);
});

test('Skyline is said to be missing once, and what only changes speed is accepted', async () => {
  const app = {
    lazyCodeLoading: 'requiredComponents',
    componentFramework: 'glass-easel',
    sitemapLocation: 'sitemap.json',
  };
  const pages = ['pages/index/index', 'b'];
  const files = {
    ...smallest,
    'b.wxml': '',
    'pages/index/index.json': '{"renderer": "skyline"}',
    'b.json': '{"renderer": "skyline"}',
  };
  const warningsOf = async (config: object) => {
    const build = await buildFiles({ ...files, 'app.json': JSON.stringify({ pages, ...app, ...config }) });
    expect(linesOf(build.problems)).toEqual([]);
    return linesOf(build.warnings);
  };
  const missing =
    'CONFIG "renderer": there is no Skyline here: pages are drawn as with "webview"; worklets, gesture components and shared elements do nothing';
  expect(await warningsOf({})).toEqual([`pages/index/index.json:1:14 ${missing}`]);
  expect(await warningsOf({ renderer: 'skyline' })).toEqual([`app.json:1:154 ${missing}`]);
  expect(await warningsOf({ renderer: 'webview' })).toHaveLength(1);
});
