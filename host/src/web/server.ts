import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { createApi, type PreferenceStore } from './api.ts';
import { createEventStreams } from './events.ts';
import { openLoopback } from './loopback.ts';
import type { HostAbout, HostEvent, LogPost, ProgramListing } from './messages.ts';
import { createPlayerSite } from './player-site.ts';
import { createShellSite } from './shell-site.ts';
import { siteOf } from './sites.ts';
import type { GoodBuild } from './watched-program.ts';

export interface WebHostOptions {
  /** Loopback port; 0 takes a free one. */
  readonly port: number;
  readonly shellFolder: string;
  readonly bundlesFolder: string;
  readonly development: boolean;
  /** Opens the API; injected into the shell page. New with every process. */
  readonly token: string;
  /** Takes over a connection to the shell's site that asks to be a WebSocket. False: nobody wants it. */
  readonly upgrade?: ((request: IncomingMessage, socket: Duplex, head: Buffer) => boolean) | undefined;
  readonly about: HostAbout;
  readonly programs: () => readonly ProgramListing[];
  readonly find: (appId: string) => GoodBuild | undefined;
  readonly preferences: PreferenceStore;
  readonly log: (post: LogPost) => void;
  readonly services?: ((request: Request) => Response | Promise<Response>) | undefined;
  /** What servers of programs and merchants ask, on the shell's address; they sign or bring secrets. */
  readonly serverApi?: ((request: Request) => Response | Promise<Response>) | undefined;
}

export interface WebHost {
  readonly port: number;
  /** Where the shell is: `http://localhost:PORT`. */
  readonly address: string;
  publish(event: HostEvent): void;
  /** Ends open streams and connections and stops listening. */
  dispose(): Promise<void>;
}

const forServers = /^\/(?:sns|cgi-bin|wxa|wxaapi|v3)\/|^\/openapi\.json$/;

/** Starts the one web server of a host on 127.0.0.1. Rejects with `UNAVAILABLE` when the port is taken. */
export async function openWebHost(options: WebHostOptions): Promise<WebHost> {
  const events = createEventStreams();
  let port = options.port;
  const shell = createShellSite({
    folder: options.shellFolder,
    token: options.token,
    development: options.development,
    mapTiles: options.about.mapTiles,
    port: () => port,
    api: createApi({ ...options, events, manifest: (appId) => manifestOf(options.find(appId)) }),
  });
  const player = createPlayerSite({ folder: options.bundlesFolder, port: () => port, find: options.find });

  const answer = async (request: Request): Promise<Response> => {
    const site = siteOf(request.headers.get('host') ?? undefined, port);
    if (site === undefined) return new Response('This host answers to its own names only.', { status: 421 });
    if (site.kind === 'shell' && options.serverApi !== undefined && forServers.test(new URL(request.url).pathname)) {
      return options.serverApi(request);
    }
    return site.kind === 'shell' ? shell.fetch(request) : player(site.appId, request);
  };
  const server = await openLoopback({
    port,
    answer,
    upgrade(request, socket, head) {
      const ours = siteOf(request.headers.host, port)?.kind === 'shell';
      return ours && options.upgrade?.(request, socket, head) === true;
    },
  });
  port = server.port;

  return {
    port,
    address: `http://localhost:${port}`,
    publish: (event) => events.publish(event),
    async dispose() {
      events.dispose();
      await server.close();
    },
  };
}

function manifestOf(build: GoodBuild | undefined) {
  return build === undefined ? undefined : { digest: build.digest, manifest: build.manifest };
}
