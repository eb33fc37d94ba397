import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { openEngineTable } from '../runtime/src/sandbox/engine-image.ts';
import { inRoot } from './root.ts';
import { thirdParty } from './third-party.mjs';

const common: BuildOptions = {
  bundle: true,
  conditions: ['terrarium-source'],
  logLevel: 'warning',
  legalComments: 'none',
};

/** What runs in a browser: self-contained, no source left to resolve. */
const inBrowser: BuildOptions = {
  ...common,
  platform: 'browser',
  format: 'iife',
  target: 'chrome120',
  sourcemap: 'linked',
  define: { 'process.env.NODE_ENV': '"production"' },
  minify: true,
  jsx: 'automatic',
};

/** What runs in Node: our workspaces inlined, packages imported. */
const inNode: BuildOptions = {
  ...common,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: 'linked',
  plugins: [thirdParty],
};

/**
 * The base library as one expression: a function of the door (see protocol/sandbox.ts). Names are kept, since
 * they show in guest stacks.
 */
async function bundleGuest(entry: string, outfile: string): Promise<void> {
  await build({
    ...common,
    entryPoints: [inRoot(`runtime/src/guest/${entry}`)],
    outfile,
    platform: 'neutral',
    format: 'iife',
    globalName: 'baseLibrary',
    target: 'es2022',
    minifySyntax: true,
    minifyWhitespace: true,
    banner: { js: '(function (door) {' },
    footer: { js: 'return baseLibrary.createEntry(door);\n})' },
  });
}

/** The engine as it is used: browsers compile the file as it arrives, and keep the code only of files. */
async function writeEngine(outfile: string): Promise<void> {
  const require = createRequire(inRoot('runtime/package.json'));
  const entry = require.resolve('@jitl/quickjs-wasmfile-release-sync');
  await writeFile(outfile, openEngineTable(await readFile(join(dirname(entry), 'emscripten-module.wasm'))));
}

/** What the host reads codes with. */
function copyDecoder(outfile: string): Promise<void> {
  const require = createRequire(inRoot('host/package.json'));
  return copyFile(require.resolve('zxing-wasm/reader/zxing_reader.wasm'), outfile);
}

/** A part of the base library as an expression, whose value is what it exports as `name`. The worker hands it out. */
async function bundleLibrary(folder: string, name: string): Promise<string> {
  const { outputFiles } = await build({
    ...common,
    entryPoints: [inRoot(`runtime/src/guest/${folder}/index.ts`)],
    write: false,
    platform: 'neutral',
    format: 'iife',
    globalName: 'library',
    target: 'es2022',
    minifySyntax: true,
    minifyWhitespace: true,
    banner: { js: '(function () {' },
    footer: { js: `return library.${name};\n})()` },
  });
  return outputFiles[0]?.text ?? '';
}

/** Bundles everything that is run rather than imported. Takes about a second. */
export async function buildBundles(): Promise<void> {
  const bundles = inRoot('runtime/dist/bundles');
  const shell = inRoot('host/dist/shell');
  await Promise.all([mkdir(bundles, { recursive: true }), mkdir(shell, { recursive: true })]);
  const libraries = {
    define: {
      ...inBrowser.define,
      canvasLibrary: JSON.stringify(await bundleLibrary('canvas', 'createCanvasLibrary')),
      webGlLibrary: JSON.stringify(await bundleLibrary('webgl', 'createWebGlLibrary')),
      ioLibrary: JSON.stringify(await bundleLibrary('io', 'createIoLibrary')),
    },
  };
  await Promise.all([
    bundleGuest('entry.ts', join(bundles, 'guest.js')),
    bundleGuest('worker/index.ts', join(bundles, 'guest-worker.js')),
    build({
      ...inBrowser,
      ...libraries,
      entryPoints: [inRoot('runtime/src/worker/worker-web.ts')],
      outfile: join(bundles, 'sandbox-worker.js'),
    }),
    build({
      ...inNode,
      ...libraries,
      entryPoints: [inRoot('runtime/src/worker/worker-node.ts')],
      outfile: join(bundles, 'sandbox-worker-node.mjs'),
    }),
    build({
      ...inNode,
      entryPoints: [inRoot('runtime/src/compiler/styles/preprocess-worker.ts')],
      outfile: join(bundles, 'style-worker.mjs'),
    }),
    build({
      ...inBrowser,
      entryPoints: { player: inRoot('runtime/src/player/main.ts') },
      outdir: bundles,
      // What few programs need – the map, the table of regions – is a file of its own, fetched when it is asked for.
      format: 'esm',
      splitting: true,
      chunkNames: 'player-[name]',
    }),
    build({
      ...inBrowser,
      entryPoints: [inRoot('runtime/src/player/player.css')],
      outfile: join(bundles, 'player.css'),
    }),
    copyFile(inRoot('runtime/src/player/player.html'), join(bundles, 'player.html')),
    writeEngine(join(bundles, 'quickjs.wasm')),
    build({
      ...inBrowser,
      entryPoints: { shell: inRoot('host/src/shell/main.tsx') },
      outdir: shell,
      // The map of the sheets about places is fetched when one is shown.
      format: 'esm',
      splitting: true,
      chunkNames: 'shell-[name]',
    }),
    build({
      ...inBrowser,
      entryPoints: [inRoot('host/src/shell/media/scan-worker.ts')],
      outfile: join(shell, 'shell-scanner.js'),
    }),
    copyDecoder(join(shell, 'zxing_reader.wasm')),
    copyFile(inRoot('host/src/shell/index.html'), join(shell, 'index.html')),
    build({ ...inNode, entryPoints: [inRoot('host/src/main.ts')], outfile: inRoot('host/dist/main.mjs') }),
    build({ ...inNode, entryPoints: [inRoot('host/src/services-main.ts')], outfile: inRoot('host/dist/services.mjs') }),
    build({
      ...inNode,
      entryPoints: [inRoot('host/src/electron/main.ts')],
      outfile: inRoot('host/dist/electron-main.mjs'),
    }),
    build({
      ...inNode,
      entryPoints: [inRoot('devtools/src/cli/main.ts')],
      outfile: inRoot('devtools/dist/bin/terrarium.mjs'),
      banner: { js: '#!/usr/bin/env node' },
    }),
  ]);
  await keepSmall(join(bundles, 'guest.js'));
}

/** The base library is parsed by an interpreter at every launch: growth is a cost to every user. */
async function keepSmall(file: string): Promise<void> {
  const limitBytes = 200 * 1024;
  const { length } = await readFile(file);
  if (length > limitBytes) throw new Error(`${file} is ${length} bytes; the base library may have ${limitBytes}.`);
}
