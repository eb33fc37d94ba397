import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { type Context, Hono } from 'hono';
import { requireAccess } from './access.ts';
import { type Accounts, createAccountsApi, openAccounts, sessionHeader, sessionOf } from './accounts/index.ts';
import { describeServices, documentRoutes, sessionNeed, tokenNeed } from './describe-services.ts';
import { createFilesApi, createSqlFiles, type Files, fileRoutes } from './files/index.ts';
import { createGrantsApi, type GrantBook, openGrants } from './grants/index.ts';
import { answerRefusal, type JsonApi } from './http/json-api.ts';
import type { RouteGroup, RouteList } from './http/open-api.ts';
import { createCodesApi, type Identity, identityServerRoutes, openIdentity } from './identity/index.ts';
import { createInvoiceTitlesApi, type InvoiceTitles, openInvoiceTitles } from './invoices/index.ts';
import { createLocalSessionApi, createLocalUser, type OpenLocalSession } from './local-user.ts';
import { createLog, logRequests } from './log.ts';
import { createMessagesApi, type Messages, messageServerRoutes, openMessages } from './messages/index.ts';
import { createPostNotice, createWalletApi, type Money, openMoney, type PostNotice } from './money/index.ts';
import { type Network, type NetworkProgram, networkRoutes, openNetwork, type Route } from './network/index.ts';
import { createOpenData, createOpenDataApi, type OpenData } from './open-data/index.ts';
import { openPushes, type Pushes } from './pushes/index.ts';
import { Refusal } from './refusal.ts';
import { repeat } from './repeat.ts';
import { sealPlainRows } from './seal-plain-rows.ts';
import { assertKey, createSecrets, readKeyFile } from './secrets/index.ts';
import { openLibsqlStore, openPostgresStore } from './sql/index.ts';
import { createSqlStorage, createStorageApi, type Storage, storageRoutes } from './storage/index.ts';

export interface ServicesOptions {
  /** Made with mode 0700 when it is not there. */
  readonly dataDir: string;
  /** A PostgreSQL to keep everything in, in place of the file. Default: the environment's `DATABASE_URL`. */
  readonly databaseUrl?: string | undefined;
  /** Bearer token of the API. Default: a random one, see `Services.token`. */
  readonly token?: string | undefined;
  /** Pages that may use the API. Default: exactly `localhost` or `127.0.0.1`, at any port; never a program's origin. */
  readonly allowOrigin?: ((origin: string) => boolean) | undefined;
  /** The manifest of a program that is open here. Absent: none may call any server. */
  readonly programOf?: ((appId: string) => NetworkProgram | undefined) | undefined;
  /** Ports of this machine that no program may call: the host's own. */
  readonly closedPorts?: (() => readonly number[]) | undefined;
  /** Where the server of a program runs on this machine, in development. Absent: declared domains are called as they are. */
  readonly route?: Route | undefined;
  /** Milliseconds since 1970. Default: the system's clock. */
  readonly now?: (() => number) | undefined;
  /** Lets the shell sign in the one local user that development starts with. */
  readonly localUser?: boolean | undefined;
  /** How notices reach merchants. Default: https to public addresses, and http to this machine. */
  readonly post?: PostNotice | undefined;
  /** Receives log lines: JSON, one a request, nothing about persons. Default: nobody does. */
  readonly writeLog?: ((line: string) => void) | undefined;
  /** Hears of failures behind a 500, which tells the client nothing. */
  readonly onFault?: ((error: Error) => void) | undefined;
}

/** What the host's Node side keeps for users, programs and merchants. */
export interface Services {
  readonly storage: Storage;
  readonly files: Files;
  readonly network: Network;
  readonly accounts: Accounts;
  readonly identity: Identity;
  readonly grants: GrantBook;
  readonly openData: OpenData;
  readonly money: Money;
  readonly messages: Messages;
  readonly invoiceTitles: InvoiceTitles;
  readonly pushes: Pushes;
  /**
   * For the shell: `/api/storage/…`, `/api/files/…`, `/api/network/…`, `/api/accounts/…`, `/api/money/…`, `/api/identity/…`,
   * `/api/grants/…`, `/api/messages/…`, `/api/invoice-titles`, `/api/open-data/…`. Every route asks for token and
   * origin; what belongs to a person also for the header `x-terrarium-session`.
   */
  readonly api: Hono;
  /** For programs' and merchants' servers, which sign or bring secrets: `/sns/…`, `/cgi-bin/…`, `/wxa/…`, `/wxaapi/…`, `/v3/…`, `/openapi.json`. */
  readonly serverApi: Hono;
  readonly token: string;
  /** Takes over a connection that wants to be a WebSocket of `/api/network/…` or `/api/pushes`. False: nobody wants it. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  /** Ends all WebSockets. A server that stops does this first: it waits for its connections. */
  endLines(): Promise<void>;
  /** Waits for what runs and closes the database. The APIs answer 500 afterwards. */
  close(): Promise<void>;
}

/** Whose storage a request is about that nobody is signed in for. */
const nobody = 'local';

/** Opens the services on a folder. Throws TerrariumError UNAVAILABLE when the data cannot be opened. */
export async function openServices(options: ServicesOptions): Promise<Services> {
  const { dataDir, token = randomBytes(32).toString('base64url'), allowOrigin = isLoopback, now = Date.now } = options;
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  chmodSync(dataDir, 0o700);
  const { databaseUrl = process.env.DATABASE_URL } = options;
  const keys = readKeyFile(join(dataDir, 'storage.key'));
  const store = await (databaseUrl
    ? openPostgresStore(databaseUrl)
    : openLibsqlStore(join(dataDir, 'storage.db'), keys[0]));
  const secrets = createSecrets(...keys);
  try {
    await assertKey(store, secrets);
    await sealPlainRows(store, secrets);
  } catch (error) {
    await store.close();
    throw error;
  }
  const storage = createSqlStorage(store, secrets);
  const files = createSqlFiles(store, secrets, now);
  await files.sweep(temporaryMs);
  const accounts = openAccounts({ store, secrets, now });
  const network = openNetwork({
    ...{ token, allowOrigin, files, now },
    userOf: async (session) => (session === undefined ? nobody : (await accounts.sessions.find(session)).user),
    programOf: options.programOf ?? (() => undefined),
    closedPorts: options.closedPorts ?? (() => []),
    route: options.route,
  });
  const identity = openIdentity({ store, secrets, now, phoneOf: accounts.profiles.phoneOf });
  const grants = openGrants(store, now);
  const openData = createOpenData({ identity, phoneOf: accounts.profiles.phoneOf, now });
  const post = options.post ?? createPostNotice({ allowLoopback: true });
  const money = openMoney({ store, secrets, now, openIdOf: identity.openIdOf, post });
  const invoiceTitles = openInvoiceTitles(store, secrets, now);
  const messages = openMessages({
    ...{ store, secrets, now, openIdOf: identity.openIdOf, appOfToken: identity.appOfToken, post },
  });
  const fault = (error: unknown) => options.onFault?.(error instanceof Error ? error : new Error(String(error)));
  const tending = repeat(money.tend, tendEveryMs, fault);
  const pushes = openPushes({ store, secrets, token, allowOrigin, sessions: accounts.sessions, onFault: fault });
  const endLines = async () => {
    network.close();
    await pushes.close();
  };

  const log = createLog(options.writeLog ?? (() => undefined), secrets, now);
  const logged = logRequests(log, now);
  const api = new Hono().basePath('/api');
  api.use('*', logged);
  api.use('*', requireAccess({ token, allowOrigin }));
  const parts = {
    storage,
    files,
    network,
    accounts,
    identity,
    grants,
    openData,
    money,
    messages,
    invoiceTitles,
    pushes,
  };
  const ownerOf = async (context: Context) =>
    context.req.header(sessionHeader) === undefined ? nobody : (await sessionOf(accounts, context)).user;
  const groups: RouteGroup[] = [];
  const mount: Mount = (at, list, app, needs = [sessionNeed]) => {
    api.route(at, app);
    groups.push({ at: `/api${at}`.replace(/\/$/, ''), list, needs: [tokenNeed, ...needs] });
  };
  mount('/', storageRoutes, createStorageApi(storage, ownerOf), []);
  mount('/', fileRoutes, createFilesApi(files, ownerOf), []);
  mount('/', networkRoutes, network.api, []);
  mountForPeople(mount, parts, options.localUser === true ? createLocalUser(accounts) : undefined);
  groups.push(
    { at: '', list: identityServerRoutes },
    { at: '', list: messageServerRoutes },
    { at: '', list: money.merchantApi, needs: ['signature'] },
    { at: '', list: documentRoutes },
  );
  const document = describeServices(groups);
  const serverApi = new Hono()
    .use('*', logged)
    // Before what asks for a signature.
    .get('/openapi.json', (context) => context.json(document))
    .route('/', identity.serverApi)
    .route('/', messages.serverApi)
    .route('/', money.merchantApi.app);
  for (const each of [api, serverApi]) {
    each.notFound((context) => context.json({ error: 'not found' }, 404));
    each.onError((error, context) => {
      if (error instanceof Refusal) return answerRefusal(error, context);
      fault(error);
      return context.json({ error: 'internal error' }, 500);
    });
  }
  return {
    ...parts,
    api,
    serverApi,
    token,
    upgrade: (...connection) => network.upgrade(...connection) || pushes.upgrade(...connection),
    endLines,
    async close() {
      await endLines();
      await tending.stop();
      await store.close();
    },
  };
}

/** What a program left among its temporary files this long ago it has no name for any more. */
const temporaryMs = 24 * 60 * 60 * 1_000;
/** How soon a notice leaves after what it tells of. */
const tendEveryMs = 1_000;

type Mount = (at: string, list: RouteList, app: Hono, needs?: readonly string[]) => void;

function mountForPeople(
  mount: Mount,
  {
    accounts,
    identity,
    grants,
    openData,
    money,
    messages,
    invoiceTitles,
  }: Pick<Services, 'accounts' | 'identity' | 'grants' | 'openData' | 'money' | 'messages' | 'invoiceTitles'>,
  openLocalSession: OpenLocalSession | undefined,
): void {
  const { profiles, paymentPin } = accounts;
  const userOf = async (context: Context) => (await sessionOf(accounts, context)).user;
  // On loopback all requests come from one address: rates by address then hold the host as a whole.
  const accountsApi = createAccountsApi({ accounts, addressOf: () => 'loopback', showInbox: true });
  const walletApi = createWalletApi({
    money,
    userOf,
    checkPin: paymentPin.check,
    findUser: async (publicId) => (await profiles.findPublic(publicId)).id,
    async requireEligible(user) {
      if (!(await profiles.hasRealName(user))) throw new Refusal(403, 'REAL_NAME_NEEDED', 'Give your real name first.');
    },
  });
  const add = (at: string, part: JsonApi, needs?: readonly string[]) => mount(at, part, part.app, needs);
  add('/accounts', accountsApi);
  add('/money', walletApi);
  add('/identity', createCodesApi({ identity, userOf }));
  add('/invoice-titles', createInvoiceTitlesApi({ invoiceTitles, userOf }));
  add('/messages', createMessagesApi({ messages, userOf }));
  add('/grants', createGrantsApi({ grants, userOf }));
  add('/open-data', createOpenDataApi({ openData, userOf }));
  if (openLocalSession !== undefined) add('/local-session', createLocalSessionApi(openLocalSession), []);
}

function isLoopback(origin: string): boolean {
  if (!URL.canParse(origin)) return false;
  const { protocol, hostname } = new URL(origin);
  return protocol === 'http:' && (hostname === 'localhost' || hostname === '127.0.0.1');
}
