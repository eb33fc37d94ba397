import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';

const appId = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/));
const schema = v.object({
  server: v.object({
    /** A script inside the program's folder that Node runs. */
    main: v.pipe(v.string(), v.regex(/^[\w-]+(\/[\w-]+)*\.m?js$/)),
    /** Among the program's `domains`: its requests and sockets go to that script. */
    domain: v.pipe(v.string(), v.regex(/^[a-z0-9.-]{1,253}$/)),
    /** Makes the program a merchant's, under this name. */
    merchant: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(64))),
    /** Programs that this server answers beside its own, when they say so too. */
    apps: v.optional(v.array(appId), []),
  }),
});
const guestSchema = v.object({ server: v.object({ of: appId }) });
export type ServerSettings = v.InferOutput<typeof schema>['server'];

/** `server` of a program's `terrarium.json`: what the host runs beside a sample of its own in development. */
export async function readServerSettings(folder: string): Promise<ServerSettings | undefined> {
  const parsed = v.safeParse(schema, await readSettings(folder));
  return parsed.success ? parsed.output.server : undefined;
}

/** The program by whose server this one is answered: `"server": { "of": "…" }`. */
export async function readServerOwner(folder: string): Promise<string | undefined> {
  const parsed = v.safeParse(guestSchema, await readSettings(folder));
  return parsed.success ? parsed.output.server.of : undefined;
}

async function readSettings(folder: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(join(folder, 'terrarium.json'), 'utf8'));
  } catch {
    // A file that does not parse is the compiler's to report.
    return undefined;
  }
}
