import { existsSync, readdirSync } from 'node:fs';
import { inRoot } from '../root.ts';

/** A component library as it is installed: where its components are and how programs call them. */
export interface ComponentLibrary {
  /** npm package name. */
  readonly name: string;
  /** Put before a component's name to make its tag: `van-` makes `van-button`. */
  readonly prefix: string;
  /** Folder of the package that takes the place of `miniprogram_npm/<name>`. */
  readonly dist: string;
  /** Where a component of that name is inside `dist`, without extension. */
  place(component: string): string;
  /** Components by name where the folders do not tell. */
  readonly components?: readonly string[];
}

const inFolder = (component: string) => `${component}/index`;

export const componentLibraries: readonly ComponentLibrary[] = [
  { name: '@vant/weapp', prefix: 'van-', dist: 'lib', place: inFolder },
  {
    name: 'weui-miniprogram',
    prefix: 'mp-',
    dist: 'miniprogram_dist',
    place: (component) => `${component}/${component}`,
  },
  { name: 'lin-ui', prefix: 'l-', dist: 'dist', place: inFolder },
  {
    name: 'miniprogram-recycle-view',
    prefix: '',
    dist: 'miniprogram_dist',
    place: (component) => component,
    components: ['recycle-view', 'recycle-item'],
  },
  {
    name: 'miniprogram-slide-view',
    prefix: '',
    dist: 'miniprogram_dist',
    place: () => 'index',
    components: ['slide-view'],
  },
  { name: 'miniprogram-barrage', prefix: '', dist: 'miniprogram_dist', place: () => 'index', components: ['barrage'] },
  {
    name: 'miniprogram-element',
    prefix: '',
    dist: 'dist',
    place: (component) => (component === 'element' ? 'index' : 'index-vhost'),
    components: ['element', 'element-vhost'],
  },
];

export const isInstalled = (library: string): boolean => existsSync(inRoot('node_modules', library, 'package.json'));

/** Names of a library's components, in order: every folder that holds a component of its own. */
export function componentsOf({ name, dist, place, components }: ComponentLibrary): readonly string[] {
  if (components !== undefined) return components;
  const folder = inRoot('node_modules', name, dist);
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(`${folder}/${place(entry.name)}.wxml`))
    .map((entry) => entry.name)
    .sort();
}
