import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from '../root.ts';

/** A disk that forgets at a power cut what was not synced. Linux, with a C compiler. */
export interface PowerCut {
  /** What the writer's environment gets. With `lie` its syncs do nothing, and say they did. */
  environment(lie: boolean): Record<string, string>;
  /** Before the writer starts: all that is there counts as synced. */
  settle(): void;
  /** After the writer's end: puts the files back as they were when each was last synced. */
  strike(): void;
}

const files = ['money.db', 'money.db-wal'];

/** Gives the reason when there is none here. */
export function preparePowerCut(folder: string): PowerCut | string {
  if (process.platform !== 'linux') return 'it needs Linux';
  const library = join(folder, 'power-cut.so');
  const source = inRoot('scripts/crash/power-cut.c');
  const made = spawnSync('cc', ['-shared', '-fPIC', '-O1', '-o', library, source, '-ldl'], { encoding: 'utf8' });
  if (made.status !== 0) return made.error === undefined ? `cc failed: ${made.stderr}` : 'there is no C compiler';
  const paths = files.map((name) => join(folder, name));
  return {
    environment: (lie) => ({
      LD_PRELOAD: library,
      POWER_CUT_FOLDER: folder,
      ...(lie ? { POWER_CUT_LIE: '1' } : {}),
    }),
    settle() {
      for (const path of paths) {
        if (existsSync(path)) copyFileSync(path, `${path}.synced`);
        else rmSync(`${path}.synced`, { force: true });
      }
    },
    strike() {
      // The shared memory beside the log is made anew from the log.
      rmSync(join(folder, 'money.db-shm'), { force: true });
      for (const path of paths) {
        if (existsSync(`${path}.synced`)) renameSync(`${path}.synced`, path);
        else rmSync(path, { force: true });
      }
    },
  };
}
