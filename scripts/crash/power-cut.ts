import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from '../root.ts';

/** A disk that forgets at a power cut what was not synced. Linux, with a C compiler. */
export interface PowerCut {
  /** What the writer's environment gets. With `lie` its syncs do nothing, and say they did. */
  environment(lie: boolean): Record<string, string>;
  /** Before a writer starts: all that is there counts as synced. */
  settle(place: string): void;
  /**
   * After a writer's end: gives two new folders with the files as they were when each was last synced. One is for the next
   * writer, the other for whoever looks: libsql closes a connection only when it is collected, and then moves its log into
   * the database, unseen by the library that watches the syncs.
   */
  strike(place: string): { readonly place: string; readonly view: string };
}

const files = ['money.db', 'money.db-wal'];

/** Gives the reason when there is none here. */
export function preparePowerCut(folder: string): PowerCut | string {
  if (process.platform !== 'linux') return 'it needs Linux';
  const library = join(folder, 'power-cut.so');
  const source = inRoot('scripts/crash/power-cut.c');
  const made = spawnSync('cc', ['-shared', '-fPIC', '-O1', '-o', library, source, '-ldl'], { encoding: 'utf8' });
  if (made.status !== 0) return made.error === undefined ? `cc failed: ${made.stderr}` : 'there is no C compiler';
  return {
    environment: (lie) => ({
      LD_PRELOAD: library,
      POWER_CUT_FOLDER: folder,
      ...(lie ? { POWER_CUT_LIE: '1' } : {}),
    }),
    settle(place) {
      for (const path of files.map((name) => join(place, name))) {
        if (existsSync(path)) copyFileSync(path, `${path}.synced`);
        else rmSync(`${path}.synced`, { force: true });
      }
    },
    strike(place) {
      const copy = () => {
        const next = mkdtempSync(join(folder, 'after-'));
        for (const name of files) {
          const synced = join(place, `${name}.synced`);
          if (existsSync(synced)) copyFileSync(synced, join(next, name));
        }
        return next;
      };
      return { place: copy(), view: copy() };
    },
  };
}
