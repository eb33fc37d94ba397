import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Build, Compiler } from '@terrarium/runtime/compiler';
import { manifestSchema } from '@terrarium/runtime/protocol';
import * as v from 'valibot';
import type { HostEvent } from './messages.ts';
import { createRegistry, type Registry } from './registry.ts';

let root = '';
let registry: Registry;
let events: HostEvent[] = [];
let listeners: (() => void)[] = [];
let disposed = 0;

/** Compiles a folder whose only source is `source.txt`: `id` or `broken`. */
function standIn(folder: string): Compiler {
  return {
    async build(): Promise<Build> {
      const source = (await readFile(join(folder, 'source.txt'), 'utf8')).trim();
      const base = { warnings: [], inputs: [join(folder, 'source.txt')], files: new Map<string, Uint8Array>() };
      if (source === 'broken') {
        const position = { file: 'source.txt', line: 1, column: 3 };
        const problem = { code: 'COMPILE' as const, message: 'unexpected broken', position, sourceLine: source };
        return { ...base, ok: false, digest: '', problems: [problem] };
      }
      const manifest = v.parse(manifestSchema, {
        format: 1,
        appId: source,
        name: `Program ${source}`,
        version: '1.0.0',
        development: false,
        capabilities: [],
        domains: {},
        pages: ['pages/a/a'],
        entryPage: 'pages/a/a',
        window: {},
        app: {},
        components: {},
        parts: [],
        files: [],
      });
      return { ...base, ok: true, digest: `digest of ${source}`, manifest, problems: [] };
    },
    dispose() {
      disposed += 1;
    },
  };
}

async function program(name: string, source: string): Promise<string> {
  const folder = join(root, name);
  await mkdir(folder);
  await writeFile(join(folder, 'source.txt'), source);
  return folder;
}

/** Resolves with the first event of which `wanted` holds. */
async function eventOf(wanted: (event: HostEvent) => boolean): Promise<HostEvent> {
  for (;;) {
    const found = events.find(wanted);
    if (found !== undefined) return found;
    await new Promise<void>((resolve) => listeners.push(resolve));
  }
}

test.beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'terrarium-registry-'));
  events = [];
  listeners = [];
  disposed = 0;
  registry = createRegistry({ createCompiler: standIn });
  registry.onEvent((event) => {
    events.push(event);
    for (const listener of listeners.splice(0)) listener();
  });
});
test.afterEach(async () => {
  await registry.dispose();
  await rm(root, { recursive: true });
});

test('a folder is compiled and listed', async () => {
  const folder = await program('one', 'todos');
  await writeFile(join(folder, 'terrarium.json'), '{"description":"Small."}');
  await registry.add(folder);
  await registry.add(folder);
  expect(registry.programs()).toEqual([
    {
      appId: 'todos',
      name: 'Program todos',
      description: 'Small.',
      icon: undefined,
      version: '1.0.0',
      digest: 'digest of todos',
      development: false,
      pages: ['pages/a/a'],
      entryPage: 'pages/a/a',
      folder,
      problems: [],
    },
  ]);
  expect(events).toEqual([{ kind: 'built', appId: 'todos', digest: 'digest of todos' }]);
});

test('a broken save keeps the last good build, a good one clears the problems', async () => {
  const folder = await program('one', 'todos');
  await registry.add(folder);
  events = [];
  await writeFile(join(folder, 'source.txt'), 'broken');
  const broken = await eventOf((event) => event.kind === 'problems');
  expect(broken).toMatchObject({ appId: 'todos', problems: [{ position: { line: 1, column: 3 } }] });
  expect(registry.programs()[0]).toMatchObject({ appId: 'todos', digest: 'digest of todos' });
  expect(registry.find('todos')?.digest).toBe('digest of todos');
  events = [];
  await writeFile(join(folder, 'source.txt'), 'todos');
  await eventOf((event) => event.kind === 'built');
  expect(registry.programs()[0]?.problems).toEqual([]);
});

test('a folder that never compiled is listed with its problems under its own name', async () => {
  await registry.add(await program('My First', 'broken'));
  expect(registry.programs()[0]).toMatchObject({ appId: 'my-first', digest: '', problems: [{ code: 'COMPILE' }] });
  expect(registry.find('my-first')).toBeUndefined();
});

test('an exception of the compiler is a problem, not the end', async () => {
  await mkdir(join(root, 'empty'));
  await registry.add(join(root, 'empty'));
  expect(registry.programs()[0]?.problems[0]?.code).toBe('INTERNAL');
});

test('a second folder with the same app id is refused with both names', async () => {
  await registry.add(await program('one', 'todos'));
  await registry.add(await program('two', 'todos'));
  expect(registry.programs()[0]?.problems).toEqual([]);
  expect(registry.programs()[1]?.problems[0]?.message).toMatch(/two is already used by .*one; .*appId/);
});

test('disposing ends every watcher and compiler', async () => {
  await registry.add(await program('one', 'todos'));
  await registry.add(await program('two', 'other'));
  await registry.dispose();
  expect(disposed).toBe(2);
  expect(registry.programs()).toEqual([]);
});
