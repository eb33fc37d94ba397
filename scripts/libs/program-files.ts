import type { Json } from '@terrarium/runtime/protocol';
import type { ComponentLibrary } from './libraries.ts';
import { componentsOf } from './libraries.ts';
import type { Mounting } from './mounting.ts';

/** A property as the component declares it. */
export interface DeclaredProperty {
  readonly name: string;
  readonly type: string;
  readonly value: Json;
}

/** One component on a page of its own. */
export interface MountedComponent {
  readonly name: string;
  readonly mounting: Mounting;
  /** The properties that are set after it is drawn: name → the value then. */
  readonly changes: Readonly<Record<string, Json>>;
  /** The values those have before. */
  readonly before: Readonly<Record<string, Json>>;
}

/** Files of a program: path → text. */
export type ProgramFiles = Readonly<Record<string, string>>;

export const pageOf = (component: string): string => `pages/${component}/index`;

/**
 * Every component's lifetimes are noted in `globalData.lives` as `<path> <lifetime>`: a behavior put in front of
 * its own tells more than a look at the tree can, and changes nothing else.
 */
const watchingApp = `const lives = [];
const note = (name) => function () { lives.push(this.is + ' ' + name); };
const watching = Behavior({ lifetimes: { attached: note('attached'), ready: note('ready'), detached: note('detached') } });
const define = Component;
Component = (options) => define({ ...options, behaviors: [watching, ...(options.behaviors || [])] });
App({ globalData: { lives } });
`;

/** A program with a page for each component. */
export function mountingProgram(library: ComponentLibrary, mounted: readonly MountedComponent[]): ProgramFiles {
  const files: Record<string, string> = {
    'app.json': JSON.stringify({ pages: mounted.map(({ name }) => pageOf(name)) }),
    'app.js': watchingApp,
    'project.config.json': JSON.stringify({ appid: 'libs', projectname: library.name }),
  };
  for (const one of mounted) {
    const page = pageOf(one.name);
    const markup = markupOf(library, one);
    files[`${page}.wxml`] = `<block wx:if="{{mounted}}">\n  ${markup}\n</block>\n`;
    files[`${page}.json`] = JSON.stringify({ usingComponents: tagsIn(library, markup) });
    files[`${page}.js`] = pageScript(one);
  }
  return files;
}

/** A program that only loads every component's script and notes what properties it declares. */
export function censusProgram(library: ComponentLibrary, components: readonly string[]): ProgramFiles {
  const loads = components.map((name) => {
    const specifier = `${library.name}/${library.place(name)}.js`;
    return `load(${JSON.stringify(name)}, () => require(${JSON.stringify(specifier)}));`;
  });
  return {
    'app.json': JSON.stringify({ pages: ['pages/index/index'] }),
    'app.js': `${censusApp}${loads.join('\n')}\nApp({ globalData: { census, failures } });\n`,
    'project.config.json': JSON.stringify({ appid: 'libs', projectname: library.name }),
    'pages/index/index.wxml': '<view/>',
    'pages/index/index.js': 'Page({})',
  };
}

const censusApp = `const census = {}, failures = {};
let current;
const typeName = (type) => (typeof type === 'function' ? type.name : '');
function collect(options, found) {
  for (const behavior of options.behaviors || []) if (behavior && behavior.properties) collect(behavior, found);
  for (const [name, given] of Object.entries(options.properties || {})) {
    const full = given !== null && typeof given === 'object';
    const value = full ? given.value : undefined;
    found[name] = { name, type: typeName(full ? given.type : given), value: /^(string|number|boolean)$/.test(typeof value) ? value : null };
  }
  return found;
}
Component = (options) => { census[current] = Object.values(collect(options, {})); };
Behavior = (options) => options;
const load = (name, run) => {
  current = name;
  try { run(); } catch (error) { failures[name] = String(error && error.message || error); }
};
`;

function markupOf({ prefix }: ComponentLibrary, { name, mounting, changes }: MountedComponent): string {
  const tag = `${prefix}${name}`;
  const markup = mounting.markup ?? `<${tag}/>`;
  const bindings = Object.keys(changes).map((property) => ` ${kebab(property)}="{{change_${property}}}"`);
  return markup.replace(new RegExp(`<${tag}(?=[\\s/>])`), `<${tag} id="subject"${bindings.join('')}`);
}

function tagsIn(library: ComponentLibrary, markup: string): Record<string, string> {
  const used: Record<string, string> = {};
  for (const name of componentsOf(library)) {
    const tag = `${library.prefix}${name}`;
    if (new RegExp(`[<"]${tag}[\\s/>"]`).test(markup)) used[tag] = `${library.name}/${library.place(name)}`;
  }
  return used;
}

function pageScript({ mounting, before }: MountedComponent): string {
  const requires = Object.entries(mounting.requires ?? {}).map(
    ([name, specifier]) => `const ${name} = require(${JSON.stringify(specifier)});\n`,
  );
  const changing = Object.fromEntries(Object.entries(before).map(([name, value]) => [`change_${name}`, value]));
  const data = JSON.stringify({ mounted: true, ...mounting.data, ...changing });
  return `${requires.join('')}Page({
  data: ${data},
  onReady() {
    ${mounting.ready ?? ''}
  },
  onPageScroll() {},
});
`;
}

export const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
