import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';

const schema = v.object({ description: v.pipe(v.string(), v.maxLength(200)) });

/**
 * The one sentence the launcher shows, from a program's `terrarium.json`. It is no part of the package, so it
 * is read here and not taken from the manifest. A file that does not parse is the compiler's to report.
 */
export async function readDescription(folder: string): Promise<string | undefined> {
  try {
    const parsed = v.safeParse(schema, JSON.parse(await readFile(join(folder, 'terrarium.json'), 'utf8')));
    return parsed.success ? parsed.output.description : undefined;
  } catch {
    return undefined;
  }
}
