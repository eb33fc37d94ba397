import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';

const schema = v.object({
  server: v.object({
    /** A script inside the program's folder that Node runs. */
    main: v.pipe(v.string(), v.regex(/^[\w-]+(\/[\w-]+)*\.m?js$/)),
    /** One of `domains.request`: calls of it go to that script. */
    domain: v.pipe(v.string(), v.regex(/^[a-z0-9.-]{1,253}$/)),
    /** Makes the program a merchant's, under this name. */
    merchant: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(64))),
  }),
});
export type ServerSettings = v.InferOutput<typeof schema>['server'];

/** `server` of a program's `terrarium.json`: what the host runs beside a sample of its own in development. */
export async function readServerSettings(folder: string): Promise<ServerSettings | undefined> {
  try {
    const parsed = v.safeParse(schema, JSON.parse(await readFile(join(folder, 'terrarium.json'), 'utf8')));
    return parsed.success ? parsed.output.server : undefined;
  } catch {
    // A file that does not parse is the compiler's to report.
    return undefined;
  }
}
