import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Build, createCompiler } from '../index.ts';

/** File contents by path relative to the project folder. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A project folder for one test. */
export interface TemporaryProject {
  /** Absolute; its last part is `program`. */
  readonly folder: string;
  write(files: Files): Promise<void>;
  remove(path: string): Promise<void>;
  /** Builds the folder from nothing. */
  build(): Promise<Build>;
}

const parents: string[] = [];

/** Lives until `removeProjects`, which a test file hangs into `afterEach`. */
export async function createProject(files: Files = {}): Promise<TemporaryProject> {
  const parent = await mkdtemp(join(tmpdir(), 'terrarium-'));
  parents.push(parent);
  const folder = join(parent, 'program');
  await mkdir(folder);
  const project: TemporaryProject = {
    folder,
    async write(changes) {
      for (const [path, content] of Object.entries(changes)) {
        await mkdir(dirname(join(folder, path)), { recursive: true });
        await writeFile(join(folder, path), content);
      }
    },
    remove: (path) => rm(join(folder, path), { recursive: true, force: true }),
    build: () => createCompiler(folder).build(),
  };
  await project.write(files);
  return project;
}

/** Builds a project of these files. */
export async function buildFiles(files: Files): Promise<Build> {
  return (await createProject(files)).build();
}

export async function removeProjects(): Promise<void> {
  await Promise.all(parents.splice(0).map((parent) => rm(parent, { recursive: true, force: true })));
}

/** The smallest program, to be spread into others. */
export const smallest: Readonly<Record<string, string>> = {
  'app.json': '{"pages": ["pages/index/index"]}',
  'app.js': 'App({})',
  'pages/index/index.wxml': '<view>hello</view>',
  'pages/index/index.js': 'Page({})',
};

/** A file of a build as text; empty when the build does not have it. */
export function textOf(build: Build, path: string): string {
  return new TextDecoder().decode(build.files.get(path) ?? new Uint8Array());
}

/** Findings as one line each: `file:line:column CODE message`. */
export function linesOf(findings: Build['warnings']): string[] {
  return findings.map(({ code, message, position }) => {
    const place = position === undefined ? '' : `${position.file}:${position.line}:${position.column} `;
    return `${place}${code} ${message}`;
  });
}
