import type { OpenedPackage } from '../../package/index.ts';
import { TerrariumError } from '../../protocol/errors.ts';
import type { Manifest, TabBar } from '../../protocol/manifest.ts';
import type { SkeletonFile } from '../../protocol/skeletons.ts';

const tabBar: TabBar = {
  list: [
    { pagePath: 'tab/a', text: 'A' },
    { pagePath: 'tab/b', text: 'B', iconPath: 'b.png' },
  ],
};

const manifest: Manifest = {
  format: 1,
  appId: 'fake',
  name: 'Fake',
  version: '1.0.0',
  development: true,
  capabilities: [],
  domains: {},
  pages: ['tab/a', 'tab/b', 'pages/c', 'pages/d', 'sub/pages/e'],
  entryPage: 'tab/a',
  window: { navigationBarTitleText: 'Fake', navigationBarTextStyle: 'black' },
  tabBar,
  app: {},
  components: {
    'pages/c': { usingComponents: {}, window: { navigationBarTitleText: 'C', onReachBottomDistance: 20 } },
  },
  parts: [
    { root: '', logic: 'main.logic.js', skeletons: 'main.skeletons.json' },
    { root: 'sub', logic: 'sub/main.logic.js', skeletons: 'sub/main.skeletons.json' },
  ],
  files: [],
};

const skeletons: SkeletonFile = {
  first: 0,
  skeletons: [
    {
      source: 'pages/c.wxml',
      holes: 1,
      roots: [
        {
          kind: 'element',
          tag: 'view',
          attributes: { id: 'row' },
          events: ['tap'],
          children: [{ kind: 'text', hole: 0 }],
        },
        { kind: 'element', tag: 'navigator', attributes: { url: '/pages/d?from=c', id: 'link' } },
      ],
    },
  ],
};

/** Two tabs, two pages and a subpackage with one. `missing` parts cannot be loaded. */
export function fakePackage(missing: readonly string[] = []): OpenedPackage {
  const absent = (path: string) => new TerrariumError('PACKAGE', `${path}: not in this package`);
  return {
    manifest,
    digest: '0'.repeat(64),
    read: (path) => Promise.reject(absent(path)),
    readText: (path) => Promise.reject(absent(path)),
    async part(root) {
      const part = manifest.parts.find((one) => one.root === root);
      if (!part || missing.includes(root)) throw absent(root);
      return { part, logic: `// ${root}`, skeletons: root === '' ? skeletons : { first: 100, skeletons: [] } };
    },
    partOf: (route) => (route.startsWith('sub/') ? 'sub' : ''),
  };
}
