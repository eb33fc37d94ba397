import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCompiler } from '@terrarium/runtime/compiler';
import { openHeadless } from '@terrarium/runtime/headless';
import { problemOf } from '@terrarium/runtime/protocol';
import { inRoot } from '../root.ts';
import { describeProblem } from './exercise.ts';
import { isInstalled } from './libraries.ts';
import type { ProgramFiles } from './program-files.ts';
import type { Outcome } from './run-library.ts';
import { writeFiles } from './write-files.ts';

/** A library without components: a page that uses it, and what that page has to show. */
export interface ScriptLibrary {
  readonly name: string;
  /** Packages that have to be installed beside it. */
  readonly needs?: readonly string[];
  readonly wxml: string;
  readonly script: string;
  /** Text of `#result` when the page is drawn, then after each tap on `#go`. */
  readonly shows: readonly string[];
}

export const scriptLibraries: readonly ScriptLibrary[] = [
  {
    name: 'miniprogram-computed',
    wxml: '<view id="result">{{sum}} {{double}} {{watched}}</view><view id="go" bindtap="go"/>',
    script: `const { behavior } = require('miniprogram-computed');
Component({
  behaviors: [behavior],
  data: { a: 1, b: { c: 2 }, watched: 'nothing' },
  computed: {
    sum: (data) => data.a + data.b.c,
    double: (data) => data.sum * 2,
  },
  watch: {
    'a, b.**': function (a, b) { this.setData({ watched: a + '/' + b.c }) },
  },
  methods: {
    go() { this.setData({ a: this.data.a + 1, 'b.c': 10 }) },
  },
});`,
    shows: ['3 6 nothing', '12 24 2/10', '13 26 3/10'],
  },
  {
    name: 'mobx-miniprogram',
    wxml: '<view id="result">{{seen}}</view><view id="go" bindtap="go"/>',
    script: `const { action, autorun, observable } = require('mobx-miniprogram');
const store = observable({
  count: 1,
  get double() { return this.count * 2 },
  add: action(function () { this.count += 1 }),
});
Page({
  data: { seen: '' },
  onLoad() { this.stop = autorun(() => this.setData({ seen: store.count + ' ' + store.double })) },
  onUnload() { this.stop() },
  go() { store.add() },
});`,
    shows: ['1 2', '2 4', '3 6'],
  },
  {
    name: 'mobx-miniprogram-bindings',
    needs: ['mobx-miniprogram'],
    wxml: '<view id="result">{{count}} {{sum}}</view><view id="go" bindtap="add"/>',
    script: `const { action, observable } = require('mobx-miniprogram');
const { storeBindingsBehavior } = require('mobx-miniprogram-bindings');
const store = observable({
  count: 1,
  other: 10,
  get sum() { return this.count + this.other },
  add: action(function () { this.count += 1 }),
});
Component({
  behaviors: [storeBindingsBehavior],
  storeBindings: { store, fields: ['count', 'sum'], actions: ['add'] },
});`,
    shows: ['1 11', '2 12', '3 13'],
  },
  {
    name: 'miniprogram-api-promise',
    wxml: '<view id="result">{{seen}}</view><view id="go" bindtap="go"/>',
    script: `const { promisify, promisifyAll } = require('miniprogram-api-promise');
const wxp = {};
promisifyAll(wx, wxp);
Page({
  data: { seen: 'nothing' },
  async go() {
    await wxp.setStorage({ key: 'key', data: 'stored' });
    const { data } = await promisify(wx.getStorage)({ key: 'key' });
    const failed = await wxp.getStorage({ key: 'absent' }).catch((error) => error.errMsg);
    this.setData({ seen: data + ', ' + failed });
  },
});`,
    shows: ['nothing', 'stored, getStorage:fail data not found'],
  },
];

/** Runs the page of a library and compares what it shows. */
export async function runScriptLibrary(library: ScriptLibrary): Promise<Outcome[]> {
  const { name, needs = [] } = library;
  if (![name, ...needs].every(isInstalled)) return [];
  const folder = await mkdtemp(join(tmpdir(), 'terrarium-libs-'));
  try {
    await symlink(inRoot('node_modules'), join(folder, 'node_modules'), 'junction');
    await writeFiles(folder, programOf(library));
    const errors = await compare(folder, library);
    return [{ library: name, component: name, ok: errors.length === 0, errors }];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function programOf({ name, wxml, script }: ScriptLibrary): ProgramFiles {
  return {
    'app.json': JSON.stringify({ pages: ['pages/index/index'] }),
    'app.js': 'App({})',
    'project.config.json': JSON.stringify({ appid: 'libs', projectname: name }),
    'pages/index/index.wxml': wxml,
    'pages/index/index.js': script,
  };
}

async function compare(folder: string, { shows }: ScriptLibrary): Promise<string[]> {
  const compiler = createCompiler(folder);
  const build = await compiler.build();
  compiler.dispose();
  if (!build.ok) return build.problems.map(describeProblem);
  try {
    const program = await openHeadless(build);
    try {
      const errors: string[] = [];
      for (const [taps, expected] of shows.entries()) {
        if (taps > 0) program.tap('#go');
        await program.idle();
        const [node] = program.tree().find('#result');
        const shown = node && program.tree().text(node);
        if (shown !== expected) errors.push(`after ${taps} taps it shows "${shown}", not "${expected}"`);
      }
      return [...errors, ...program.problems.map(describeProblem)];
    } finally {
      program.dispose();
    }
  } catch (error) {
    return [describeProblem(problemOf(error))];
  }
}
