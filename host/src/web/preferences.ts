import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as v from 'valibot';
import type { PreferenceStore } from './api.ts';
import { type Preferences, preferencesSchema } from './messages.ts';

const fresh: Preferences = { recents: [], appearance: 'system' };

/** Keeps the shell's preferences in one file. What cannot be read counts as none; writes replace the file whole. */
export function createPreferenceStore(file: string): PreferenceStore {
  let last = Promise.resolve();
  return {
    async read() {
      try {
        const parsed = v.safeParse(preferencesSchema, JSON.parse(await readFile(file, 'utf8')));
        return parsed.success ? parsed.output : fresh;
      } catch {
        return fresh;
      }
    },
    write(preferences) {
      // One after the other: two writers of one temporary file would leave half of each.
      const next = last.then(async () => {
        await mkdir(dirname(file), { recursive: true });
        await writeFile(`${file}.new`, JSON.stringify(preferences));
        await rename(`${file}.new`, file);
      });
      last = next.catch(() => {});
      return next;
    },
  };
}
