import { readdir } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { join, sep } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { root } from './root.ts';
import { thirdParty } from './third-party.mjs';

/** One import as the bundler resolved it; types are erased and do not count. */
export interface Import {
  readonly from: string;
  /** A file of ours, relative to the repository, or a package name. */
  readonly to: string;
  readonly isPackage: boolean;
  /** As written. */
  readonly specifier: string;
}

const isFixture = (file: string) => file.includes('/fixtures/');
const isTest = (file: string) => /\.(test|spec)\.tsx?$/.test(file);

/** Every source file of the three workspaces, forward slashes; fixtures left out, tests too unless asked for. */
export async function sourceFiles(withTests = false): Promise<string[]> {
  const found: string[] = [];
  for (const workspace of ['runtime', 'host', 'devtools'])
    for await (const file of walk(`${workspace}/src`)) found.push(file);
  return found.filter((file) => !isFixture(file) && (withTests || !isTest(file))).sort();
}

async function* walk(folder: string): AsyncGenerator<string> {
  for (const entry of await readdir(join(root, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) yield* walk(path);
    else if (/\.tsx?$/.test(entry.name)) yield path.split(sep).join('/');
  }
}

/** All resolved imports between source files. About a second. */
export async function readImports(files: readonly string[]): Promise<Import[]> {
  const { metafile } = await build({
    entryPoints: files.map((file) => join(root, file)),
    absWorkingDir: root,
    outdir: join(root, 'dist/rooms'),
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'esm',
    jsx: 'automatic',
    conditions: ['terrarium-source'],
    plugins: [thirdParty],
    loader: { '.css': 'empty', '.html': 'empty', '.svg': 'empty', '.wasm': 'empty' },
    logLevel: 'error',
  });
  return importsOf(metafile);
}

function importsOf(metafile: Metafile): Import[] {
  const builtins = new Set(builtinModules);
  const found: Import[] = [];
  for (const [from, input] of Object.entries(metafile.inputs))
    for (const edge of input.imports) {
      const specifier = edge.original ?? edge.path;
      if (!edge.external) found.push({ from, to: edge.path, isPackage: false, specifier });
      else found.push({ from, to: packageName(edge.path, builtins), isPackage: true, specifier });
    }
  return found;
}

function packageName(path: string, builtins: ReadonlySet<string>): string {
  if (path.startsWith('node:') || builtins.has(path)) return 'node:*';
  return path.split('/', path.startsWith('@') ? 2 : 1).join('/');
}
