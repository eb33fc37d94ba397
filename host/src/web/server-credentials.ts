import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as v from 'valibot';
import type { Services } from '../services/index.ts';

const merchantSchema = v.object({
  id: v.string(),
  serial: v.string(),
  /** PEM. */
  privateKey: v.string(),
  noticeKey: v.string(),
});
const appSchema = v.object({ appId: v.string(), secret: v.string() });
const schema = v.object({
  ...appSchema.entries,
  merchant: v.optional(merchantSchema),
  /** Other programs that the server answers. */
  apps: v.optional(v.array(appSchema), []),
});
/** What a developer console would hand to a program's maker. */
export type ServerCredentials = v.InferOutput<typeof schema>;

export interface CredentialsOptions {
  readonly services: Pick<Services, 'identity' | 'money'>;
  /** Kept here, mode 0600, for the next start. */
  readonly file: string;
  readonly appId: string;
  readonly merchantName: string | undefined;
  /** Programs, registered too, whose users the server is to know beside its own. */
  readonly guests?: readonly string[];
}

const keyBits = 2_048;
/** Of the merchant's account. */
const currency = 'CNY';

/** The credentials of a program that is registered: those that are kept, when the services still know them; else new ones. */
export async function provideCredentials(options: CredentialsOptions): Promise<ServerCredentials> {
  const kept = await readKept(options.file);
  const credentials = await renew(options, kept);
  if (credentials === kept) return kept;
  await mkdir(dirname(options.file), { recursive: true, mode: 0o700 });
  // Renamed into place: a process that ends meanwhile leaves the old ones.
  await writeFile(`${options.file}.new`, JSON.stringify(credentials, undefined, 2), { mode: 0o600 });
  await rename(`${options.file}.new`, options.file);
  return credentials;
}

async function renew(options: CredentialsOptions, kept: ServerCredentials | undefined): Promise<ServerCredentials> {
  const { services, appId, merchantName, guests = [] } = options;
  const { apps } = services.identity;
  const { merchants } = services.money;
  const known = [...(kept?.apps ?? []), ...(kept === undefined ? [] : [kept])];
  const holding = new Map<string, string>();
  for (const app of known) if (await apps.hasSecret(app.appId, app.secret)) holding.set(app.appId, app.secret);
  const secretHolds = kept?.appId === appId && holding.has(appId);
  const guestsHold = guests.length === kept?.apps.length && guests.every((guest) => holding.has(guest));
  const keyHolds =
    kept?.merchant !== undefined && (await merchants.findKey(kept.merchant.id, kept.merchant.serial)) !== undefined;
  if (kept !== undefined && secretHolds && guestsHold && (keyHolds || merchantName === undefined)) return kept;
  const secretOf = async (app: string) => ({ appId: app, secret: holding.get(app) ?? (await apps.addSecret(app)) });
  const merchantHolds = kept !== undefined && secretHolds && keyHolds;
  return {
    ...(await secretOf(appId)),
    merchant:
      merchantName === undefined
        ? undefined
        : merchantHolds
          ? kept.merchant
          : await createMerchant(services, appId, merchantName),
    apps: await Promise.all(guests.map(secretOf)),
  };
}

async function createMerchant({ money }: Pick<Services, 'money'>, appId: string, name: string) {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: keyBits });
  const { id, noticeKey } = await money.merchants.create({ name, apps: [appId], currency });
  const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString();
  const serial = await money.merchants.addKey(id, publicKey);
  return { id, serial, noticeKey, privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() };
}

async function readKept(file: string): Promise<ServerCredentials | undefined> {
  try {
    const parsed = v.safeParse(schema, JSON.parse(await readFile(file, 'utf8')));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}
