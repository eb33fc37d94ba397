import { openServices } from '../services/index.ts';
import { openLoopback } from './loopback.ts';
import { siteOf } from './sites.ts';

export interface ServicesHostOptions {
  /** Loopback port; 0 takes a free one. */
  readonly port: number;
  /** Made when absent. Processes that share a database share its key file. */
  readonly dataFolder: string;
  /** A PostgreSQL in place of the file in the data folder. */
  readonly databaseUrl?: string | undefined;
  /** Bearer token of `/api`. Default: a new one. Processes that stand in for each other have the same. */
  readonly token?: string | undefined;
  /** Receives log lines: JSON, one a request, nothing about persons; and what failed behind a 500. */
  readonly writeLog: (line: string) => void;
}

/** The services alone, on a port of their own. */
export interface ServicesHost {
  readonly address: string;
  readonly token: string;
  /** Where data is, in words. Nothing of a database's address but its host and name: that holds a password. */
  readonly store: string;
  dispose(): Promise<void>;
}

/** Serves `/api`, its sockets and what servers of programs call, without shell and programs. Rejects as `openServices` does. */
export async function openServicesHost(options: ServicesHostOptions): Promise<ServicesHost> {
  const { dataFolder, databaseUrl, token, writeLog } = options;
  let port = options.port;
  const services = await openServices({
    ...{ dataDir: dataFolder, databaseUrl, token, writeLog },
    closedPorts: () => [port],
    onFault: (error) =>
      writeLog(`${JSON.stringify({ at: new Date().toISOString(), event: 'fault', message: error.message })}\n`),
  });
  const ours = (host: string | undefined) => siteOf(host, port)?.kind === 'shell';
  try {
    const server = await openLoopback({
      port,
      async answer(request) {
        if (!ours(request.headers.get('host') ?? undefined)) {
          return new Response('These services answer to their own names only.', { status: 421 });
        }
        const { pathname } = new URL(request.url);
        return pathname.startsWith('/api/') ? services.api.fetch(request) : services.serverApi.fetch(request);
      },
      upgrade: (request, socket, head) => ours(request.headers.host) && services.upgrade(request, socket, head),
    });
    port = server.port;
    return {
      address: `http://localhost:${port}`,
      token: services.token,
      store: databaseUrl ? `PostgreSQL at ${placeOf(databaseUrl)}` : 'libsql',
      async dispose() {
        // A server waits for its open lines.
        await services.endLines();
        await server.close();
        await services.close();
      },
    };
  } catch (error) {
    await services.close();
    throw error;
  }
}

function placeOf(databaseUrl: string): string {
  if (!URL.canParse(databaseUrl)) return 'DATABASE_URL';
  const { host, pathname } = new URL(databaseUrl);
  return `${host}${pathname}`;
}
