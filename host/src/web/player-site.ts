import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { AppId } from '@terrarium/runtime/protocol';
import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import { fileType, packageFileType } from './file-types.ts';
import { packagePolicy, playerPolicy } from './policies.ts';

/** What a player's origin needs of a program: the files of its last good build. */
export interface ServedPackage {
  readonly files: ReadonlyMap<string, Uint8Array>;
}

export interface PlayerSiteOptions {
  /** Folder with the runtime's bundles. */
  readonly folder: string;
  readonly port: () => number;
  readonly find: (appId: AppId) => ServedPackage | undefined;
}

/** The only bundle files a player's origin offers, beside `player.html`. */
const bundles: readonly string[] = [
  'player.js',
  // What the parts of the player share.
  'player-chunk.js',
  'player-chunk.js.map',
  // Fetched when a page has a map, or somebody picks a region.
  'player-leaflet-src.esm.js',
  'player-leaflet-src.esm.js.map',
  'player-dist.js',
  'player-dist.js.map',
  'player.css',
  'sandbox-worker.js',
  'quickjs.wasm',
  'guest.js',
  // Fetched when a program makes a worker.
  'guest-worker.js',
  'player.js.map',
  'player.css.map',
  'sandbox-worker.js.map',
];

/**
 * One program's own origin: the player and that program's package, nothing of anybody else. The caller puts
 * the app id, read from the Host header, into the request's environment.
 */
export function createPlayerSite(options: PlayerSiteOptions): (appId: AppId, request: Request) => Promise<Response> {
  const site = new Hono<{ Bindings: { appId: AppId } }>();
  site.use(async (context, next) => {
    context.header('Cache-Control', 'no-store');
    const program = options.find(context.env.appId);
    const declared = program && declarationsOf(program.files);
    const policy = playerPolicy(options.port(), declared ? webPagesOf(declared) : [], declared?.development === true);
    context.header('Content-Security-Policy', policy);
    if (program === undefined) {
      return context.text(`No program with the id ${context.env.appId} is open on this host.`, 404);
    }
    await next();
  });
  const bundle = async (context: Context, name: string): Promise<Response> => {
    try {
      const path = join(options.folder, name);
      const { mtimeMs, size } = await stat(path);
      // Asked for with every window, changed by a build only: kept by the browser, code caches included.
      const headers = {
        'Content-Type': fileType(name),
        'Cache-Control': 'no-cache',
        ETag: `"${mtimeMs}-${size}"`,
        'Cross-Origin-Resource-Policy': 'same-origin',
      };
      if (context.req.header('if-none-match') === headers.ETag) return context.body(null, 304, headers);
      return context.body(await readFile(path), 200, headers);
    } catch {
      return context.text(`The runtime bundle ${name} is not built. Run: npm run build`, 500);
    }
  };
  site.get('/player.html', (context) => bundle(context, 'player.html'));
  site.get('/player/:file', (context) => {
    const name = context.req.param('file');
    return bundles.includes(name) ? bundle(context, name) : context.notFound();
  });
  site.get('/package/*', (context) => {
    const path = packagePath(context.req.url);
    // A lookup in the build's own table: there is no path to climb out of.
    const bytes = path === undefined ? undefined : options.find(context.env.appId)?.files.get(path);
    if (path === undefined || bytes === undefined) return context.notFound();
    return context.body(new Uint8Array(bytes), 200, {
      'Content-Type': packageFileType(path),
      'Content-Security-Policy': packagePolicy,
    });
  });
  return async (appId, request) => site.fetch(request, { appId });
}

const declarations = v.object({
  development: v.boolean(),
  domains: v.record(v.string(), v.array(v.string())),
});

type Declarations = v.InferOutput<typeof declarations>;

function declarationsOf(files: ReadonlyMap<string, Uint8Array>): Declarations | undefined {
  const bytes = files.get('manifest.json');
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), declarations), new TextDecoder().decode(bytes));
  return parsed.success ? parsed.output : undefined;
}

/** What a `web-view` of the program may show, as sources of a policy. The player holds each address against it, too. */
function webPagesOf({ development, domains }: Declarations): readonly string[] {
  if (development) return ['https:', 'http:'];
  const { webView = [] } = domains;
  // Rebuilt from a parsed address: nothing a manifest says can add a directive.
  return webView.flatMap((written) => {
    const text = /^[a-z]+:\/\//i.test(written) ? written : `https://${written}`;
    if (!URL.canParse(text)) return [];
    const { protocol, origin } = new URL(text);
    return protocol === 'https:' ? [origin] : [];
  });
}

function packagePath(url: string): string | undefined {
  try {
    return decodeURIComponent(new URL(url).pathname.slice('/package/'.length));
  } catch {
    return undefined;
  }
}
