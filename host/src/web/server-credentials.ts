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
const schema = v.object({ appId: v.string(), secret: v.string(), merchant: v.optional(merchantSchema) });
/** What a developer console would hand to a program's maker. */
export type ServerCredentials = v.InferOutput<typeof schema>;

export interface CredentialsOptions {
  readonly services: Pick<Services, 'identity' | 'money'>;
  /** Kept here, mode 0600, for the next start. */
  readonly file: string;
  readonly appId: string;
  readonly merchantName: string | undefined;
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
  const { services, appId, merchantName } = options;
  const { apps } = services.identity;
  const { merchants } = services.money;
  const secretHolds = kept?.appId === appId && (await apps.hasSecret(appId, kept.secret));
  const keyHolds =
    kept?.merchant !== undefined && (await merchants.findKey(kept.merchant.id, kept.merchant.serial)) !== undefined;
  if (kept !== undefined && secretHolds && (keyHolds || merchantName === undefined)) return kept;
  return {
    appId,
    secret: kept !== undefined && secretHolds ? kept.secret : await apps.addSecret(appId),
    merchant: merchantName === undefined ? undefined : await createMerchant(services, appId, merchantName),
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
