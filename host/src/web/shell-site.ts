import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Hono } from 'hono';
import { fileType } from './file-types.ts';
import { type MapTiles, tileOrigin } from './host-settings.ts';
import { scanWorkerPolicy, shellPolicy } from './policies.ts';
import { carriesToken } from './token.ts';

export interface ShellSiteOptions {
  /** Folder with index.html, shell.js, shell.css. */
  readonly folder: string;
  readonly token: string;
  /** Offers `window.terrarium` and page inspection to whoever drives the shell's window. */
  readonly development: boolean;
  readonly port: () => number;
  readonly mapTiles?: MapTiles | undefined;
  readonly api: Hono;
}

/** The only files the shell's origin offers, beside its page. */
const files: readonly string[] = [
  ...['shell.js', 'shell.css', 'shell.js.map', 'shell.css.map'],
  // What its parts share, and what somebody picks regions from.
  ...['shell-chunk.js', 'shell-chunk.js.map', 'shell-dist.js', 'shell-dist.js.map'],
  // Fetched when a sheet shows a map.
  ...['shell-leaflet-src.esm.js', 'shell-leaflet-src.esm.js.map'],
  // Started when somebody reads a code.
  ...['shell-scanner.js', 'shell-scanner.js.map', 'zxing_reader.wasm'],
];

/** The shell's own origin: its static files and, behind the token, the API. */
export function createShellSite(options: ShellSiteOptions): Hono {
  const site = new Hono();
  site.use(async (context, next) => {
    context.header(
      'Content-Security-Policy',
      shellPolicy(options.port(), options.mapTiles && tileOrigin(options.mapTiles)),
    );
    context.header('Cross-Origin-Resource-Policy', 'same-origin');
    context.header('Cross-Origin-Opener-Policy', 'same-origin');
    context.header('Cache-Control', 'no-store');
    await next();
  });
  site.use('/api/*', async (context, next) => {
    if (!carriesToken(context.req.header('authorization'), options.token)) {
      return context.json({ code: 'DENIED', message: 'this address answers the shell page only' }, 401);
    }
    await next();
  });
  site.route('/', options.api);
  site.get('/', async (context) => {
    const page = await readOwn(options.folder, 'index.html');
    if (page === undefined) return context.text('The shell is not built. Run: npm run build', 500);
    const metas = [`<meta name="terrarium-token" content="${options.token}">`];
    if (options.development) metas.push('<meta name="terrarium-development" content="yes">');
    return context.html(page.toString('utf8').replace('</head>', `${metas.join('')}</head>`));
  });
  site.get('/:file', async (context) => {
    const name = context.req.param('file');
    const bytes = files.includes(name) ? await readOwn(options.folder, name) : undefined;
    if (bytes === undefined) return context.notFound();
    // A worker has the policy it is served with, not that of the page which starts it.
    if (name === 'shell-scanner.js') context.header('Content-Security-Policy', scanWorkerPolicy);
    return context.body(bytes, 200, { 'Content-Type': fileType(name) });
  });
  return site;
}

async function readOwn(folder: string, name: string): Promise<Buffer<ArrayBuffer> | undefined> {
  try {
    return await readFile(join(folder, name));
  } catch {
    return undefined;
  }
}
