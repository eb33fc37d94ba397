import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Hono } from 'hono';
import { requireAccess } from './access.ts';
import { readKeyFile } from './key-file.ts';
import { openLibsqlStore, openPostgresStore } from './sql/index.ts';
import { createSqlStorage } from './sql-storage.ts';
import type { Storage } from './storage.ts';
import { createStorageApi } from './storage-api.ts';

export interface ServicesOptions {
  /** Made with mode 0700 when it is not there. */
  readonly dataDir: string;
  /** A PostgreSQL to keep everything in, in place of the file. Default: the environment's `DATABASE_URL`. */
  readonly databaseUrl?: string | undefined;
  /** Bearer token of the API. Default: a random one, see `Services.token`. */
  readonly token?: string | undefined;
  /** Pages that may use the API. Default: exactly `localhost` or `127.0.0.1`, at any port; never a program's origin. */
  readonly allowOrigin?: ((origin: string) => boolean) | undefined;
  /** Hears of failures behind a 500, which tells the client nothing. */
  readonly onFault?: ((error: Error) => void) | undefined;
}

/** What the host's Node side keeps for users and programs. */
export interface Services {
  readonly storage: Storage;
  /** Serves `/api/storage/…`; every route asks for token and origin. */
  readonly api: Hono;
  readonly token: string;
  /** Closes the database. The API answers 500 afterwards. */
  close(): Promise<void>;
}

/** Until there are accounts, one person uses this host. */
const localUser = 'local';

/** Opens the services on a folder. Throws TerrariumError UNAVAILABLE when the data cannot be opened. */
export async function openServices(options: ServicesOptions): Promise<Services> {
  const { dataDir, token = randomBytes(32).toString('base64url'), allowOrigin = isLoopback } = options;
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  chmodSync(dataDir, 0o700);
  const { databaseUrl = process.env.DATABASE_URL } = options;
  const key = readKeyFile(join(dataDir, 'storage.key'));
  const store = await (databaseUrl
    ? openPostgresStore(databaseUrl)
    : openLibsqlStore(join(dataDir, 'storage.db'), key));
  const storage = createSqlStorage(store);
  const api = new Hono().basePath('/api');
  api.use('*', requireAccess({ token, allowOrigin }));
  api.route(
    '/',
    createStorageApi(storage, () => localUser),
  );
  api.notFound((context) => context.json({ error: 'not found' }, 404));
  api.onError((error, context) => {
    options.onFault?.(error);
    return context.json({ error: 'internal error' }, 500);
  });
  return { storage, api, token, close: () => store.close() };
}

function isLoopback(origin: string): boolean {
  if (!URL.canParse(origin)) return false;
  const { protocol, hostname } = new URL(origin);
  return protocol === 'http:' && (hostname === 'localhost' || hostname === '127.0.0.1');
}
