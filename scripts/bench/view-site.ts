import { readFile } from 'node:fs/promises';
import { createCompiler } from '@terrarium/runtime/compiler';
import { build } from 'esbuild';
import { buildBundles } from '../build-bundles.ts';
import { inRoot } from '../root.ts';
import { type Site, serve } from './serve.ts';
import { glassEaselScript } from './templates.ts';

const style = 'rows.wxss';
/** What else a page frame of ours sets that text layout depends on. */
const body = 'body{margin:0;overflow-wrap:break-word}';

/** Builds the bundles, the program and the page of `bench view`, and serves them. */
export async function serveViewBench(): Promise<Site> {
  await buildBundles();
  const folder = inRoot('scripts/bench/program');
  // As it is published: the compiler minifies, the way programs are run by people.
  const compiler = createCompiler(folder, { development: false });
  const program = await compiler.build().finally(() => compiler.dispose());
  if (!program.ok) throw new Error(program.problems.map(({ message }) => message).join('\n'));
  const sheet = await readFile(`${folder}/pages/rows/${style}`, 'utf8');
  const files = new Map<string, Uint8Array | string>([
    ['index.html', page('main.js', '')],
    ['frame.html', page('frame.js', `${body}${sheet}`)],
    ['templates.js', glassEaselScript()],
    ['main.js', await bundle('main.ts')],
    ['frame.js', await bundle('frame.ts')],
  ]);
  for (const [path, bytes] of program.files) files.set(`package/${path}`, bytes);
  for (const name of ['guest.js', 'quickjs.wasm', 'sandbox-worker.js', 'player.css'])
    files.set(`player/${name}`, await readFile(inRoot('runtime/dist/bundles', name)));
  return serve(files);
}

function page(script: string, css: string): string {
  return (
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bench</title><link rel="icon" href="data:,">` +
    `<link rel="stylesheet" href="/player/player.css"><style>${css}</style></head><body>` +
    `<script src="/templates.js"></script><script src="/${script}"></script></body></html>`
  );
}

async function bundle(entry: string): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: [inRoot('scripts/bench/page', entry)],
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    target: 'chrome120',
    minify: true,
    conditions: ['terrarium-source'],
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'warning',
  });
  const [file] = outputFiles;
  if (!file) throw new Error(`${entry} gave no bundle`);
  return file.contents;
}
