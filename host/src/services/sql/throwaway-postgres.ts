import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

/** A PostgreSQL of one test or measurement, on loopback, gone with `dispose`. */
export interface ThrowawayPostgres {
  /** Makes an empty database and gives its address. */
  createDatabase(): Promise<string>;
  dispose(): Promise<void>;
}

/** Why there can be none here, or undefined. Debian: `apt-get install postgresql`. */
export function whyNoPostgres(): string | undefined {
  if (findPrograms() === undefined) return 'no initdb in PATH or /usr/lib/postgresql/*/bin';
  if (process.getuid?.() === 0 && postgresUser() === undefined)
    return 'PostgreSQL refuses to run as root, and there is no user postgres';
  return undefined;
}

/** Makes a cluster in a temporary folder and starts it on a free port. Its commits reach the disk as in real use. */
export async function startThrowawayPostgres(): Promise<ThrowawayPostgres> {
  const programs = findPrograms();
  if (programs === undefined) throw new Error(whyNoPostgres());
  const user = process.getuid?.() === 0 ? postgresUser() : undefined;
  const folder = mkdtempSync(join(tmpdir(), 'terrarium-postgres-'));
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
  // In plain English, because its messages are waited for.
  const as = { ...user, cwd: folder, env: { ...process.env, LC_ALL: 'C' } };
  const data = join(folder, 'data');
  // Trust: it listens on loopback only, for seconds, and holds nothing.
  const made = spawnSync(
    join(programs, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'],
    as,
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
  const port = await freePort();
  const settings = [
    '-c',
    'listen_addresses=127.0.0.1',
    '-c',
    `unix_socket_directories=${folder}`,
    '-c',
    'max_connections=60',
  ];
  const server = spawn(join(programs, 'postgres'), ['-D', data, '-p', String(port), ...settings], {
    ...as,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  await ready(server);
  const urlOf = (database: string) => `postgres://postgres@127.0.0.1:${port}/${database}`;
  let count = 0;
  return {
    async createDatabase() {
      count += 1;
      const client = new pg.Client({ connectionString: urlOf('postgres') });
      await client.connect();
      await client.query(`create database t${count}`);
      await client.end();
      return urlOf(`t${count}`);
    },
    async dispose() {
      const exited = once(server, 'exit');
      // SIGQUIT is its immediate stop: nothing in it is worth writing down.
      server.kill('SIGQUIT');
      await exited;
      rmSync(folder, { recursive: true });
    },
  };
}

/** The server says on standard error when it can be asked. */
async function ready(server: ChildProcess): Promise<void> {
  let said = '';
  await new Promise<void>((resolve, reject) => {
    server.stderr?.on('data', (chunk: Buffer) => {
      said = `${said}${chunk}`.slice(-4_000);
      if (said.includes('ready to accept connections')) resolve();
    });
    server.once('error', reject);
    server.once('exit', () => reject(new Error(`PostgreSQL ended: ${said}`)));
  });
}

function findPrograms(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((one, other) => Number(other) - Number(one)) : [];
  const folders = [...(process.env.PATH ?? '').split(':'), ...versions.map((version) => join(debian, version, 'bin'))];
  return folders.find(
    (folder) => folder !== '' && existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')),
  );
}

function postgresUser(): { uid: number; gid: number } | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((one) => one.startsWith('postgres:'));
  if (line === undefined) return undefined;
  const [, , uid, gid] = line.split(':');
  return { uid: Number(uid), gid: Number(gid) };
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('there is no free port');
  return address.port;
}
