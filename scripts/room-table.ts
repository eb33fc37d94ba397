/** What each room may use: other rooms by name, packages by name. The one table; ARCHITECTURE.md prints it. */
export interface Room {
  /** Folder, or files, relative to the repository. */
  readonly at: readonly string[];
  readonly rooms: readonly string[];
  readonly packages: readonly string[];
}

const runtime = (name: string) => [`runtime/src/${name}/`];

export const rooms: Readonly<Record<string, Room>> = {
  protocol: { at: runtime('protocol'), rooms: [], packages: ['valibot'] },
  package: { at: runtime('package'), rooms: ['protocol'], packages: ['valibot'] },
  compiler: {
    at: runtime('compiler'),
    rooms: ['protocol', 'package'],
    packages: [
      'acorn',
      'css-tree',
      'esbuild',
      'jsonc-parser',
      // Loaded when a program has such sources, and not before.
      'less',
      'sass',
      'valibot',
      '@jridgewell/trace-mapping',
      '@jridgewell/gen-mapping',
    ],
  },
  guest: { at: runtime('guest'), rooms: ['protocol'], packages: [] },
  sandbox: {
    at: runtime('sandbox'),
    rooms: ['protocol'],
    packages: ['quickjs-emscripten-core', '@jitl/quickjs-wasmfile-release-sync'],
  },
  canvas: { at: runtime('canvas'), rooms: ['protocol'], packages: [] },
  files: { at: runtime('files'), rooms: ['protocol'], packages: ['valibot'] },
  // The entries of the sandbox's workers: here meet what runs a program and what it draws on.
  worker: { at: runtime('worker'), rooms: ['protocol', 'sandbox', 'canvas', 'files'], packages: [] },
  capabilities: { at: runtime('capabilities'), rooms: ['protocol'], packages: ['valibot'] },
  bridge: { at: runtime('bridge'), rooms: ['protocol', 'capabilities'], packages: ['valibot'] },
  view: { at: runtime('view'), rooms: ['protocol'], packages: [] },
  dom: { at: runtime('dom'), rooms: ['protocol', 'view'], packages: ['@vant/area-data', 'dompurify', 'leaflet'] },
  player: {
    at: runtime('player'),
    rooms: ['protocol', 'package', 'capabilities', 'sandbox', 'view', 'dom', 'inspector'],
    packages: ['valibot', '@jridgewell/trace-mapping'],
  },
  inspector: { at: runtime('inspector'), rooms: ['protocol', 'view'], packages: ['valibot'] },
  runtime: {
    at: ['runtime/src/index.ts', 'runtime/src/headless.ts'],
    rooms: ['protocol', 'package', 'compiler', 'sandbox', 'capabilities', 'bridge', 'view', 'player', 'inspector'],
    packages: [],
  },
  services: {
    at: ['host/src/services/'],
    rooms: ['protocol', 'runtime'],
    packages: [
      'hono',
      'kysely',
      'libsql',
      'pg',
      'valibot',
      '@valibot/to-json-schema',
      '@node-rs/argon2',
      'otplib',
      'ws',
      'ws',
    ],
  },
  providers: { at: ['host/src/providers/'], rooms: ['protocol', 'runtime'], packages: ['valibot'] },
  shell: {
    at: ['host/src/shell/'],
    rooms: ['protocol', 'runtime', 'providers'],
    packages: ['react', 'react-dom', 'zustand', 'valibot', 'leaflet', 'zxing-wasm'],
  },
  web: {
    at: ['host/src/web/'],
    rooms: ['protocol', 'runtime', 'compiler', 'services'],
    packages: ['hono', '@hono/node-server', 'chokidar', 'valibot'],
  },
  electron: { at: ['host/src/electron/'], rooms: ['protocol', 'web'], packages: ['electron'] },
  host: {
    at: ['host/src/main.ts', 'host/src/services-main.ts', 'host/src/stop-on-signal.ts'],
    rooms: ['protocol', 'web', 'services', 'electron'],
    packages: [],
  },
  browser: { at: ['devtools/src/browser/'], rooms: [], packages: ['playwright-core'] },
  client: { at: ['devtools/src/client/'], rooms: ['protocol'], packages: ['valibot'] },
  testing: {
    at: ['devtools/src/testing/'],
    rooms: ['protocol', 'client', 'browser'],
    packages: ['@playwright/test', 'playwright-core', 'valibot'],
  },
  cli: {
    at: ['devtools/src/cli/'],
    rooms: ['protocol', 'compiler', 'client', 'browser', 'testing'],
    packages: ['playwright-core', 'valibot'],
  },
};

/** The public entries by which one workspace may reach another. */
export const entries: Readonly<Record<string, string>> = {
  '@terrarium/runtime': 'runtime/src/index.ts',
  '@terrarium/runtime/protocol': 'runtime/src/protocol/index.ts',
  '@terrarium/runtime/compiler': 'runtime/src/compiler/index.ts',
  '@terrarium/runtime/headless': 'runtime/src/headless.ts',
  '@terrarium/runtime/inspector': 'runtime/src/inspector/index.ts',
  '@terrarium/devtools/testing': 'devtools/src/testing/index.ts',
  '@terrarium/devtools/browser': 'devtools/src/browser/index.ts',
  '@terrarium/devtools/client': 'devtools/src/client/index.ts',
};
