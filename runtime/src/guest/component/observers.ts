import type { DataPath } from '../data/path.ts';
import { parseDataPath } from '../data/path.ts';

type Run = (...values: unknown[]) => unknown;

/** One entry of `observers`: runs once after an update that touched any of its paths. */
export interface Observer {
  readonly key: string;
  readonly run: Run;
  readonly paths: readonly ObservedPath[];
}

interface ObservedPath {
  readonly path: DataPath;
  /** Ended in `**`: everything below counts. */
  readonly deep: boolean;
}

/** Reads `'a.b, list[0].c, d.**'`. Throws an Error that names the key when a path is malformed. */
export function readObserver(key: string, run: Run): Observer {
  const paths: ObservedPath[] = [];
  for (const part of key.split(',')) {
    const written = part.trim().replace(/\s*([.[\]])\s*/g, '$1');
    const deep = written === '**' || written.endsWith('.**');
    const path = deep ? written.slice(0, written === '**' ? 0 : -3) : written;
    if (path === '' && !deep) throw new Error(`observer '${key}' has an empty path`);
    paths.push({ path: path === '' ? [] : parseDataPath(path), deep });
  }
  return { key, run, paths };
}

/** True when writing at `written` is something the observer looks at: at its path, above it, or below a `**`. */
export function observes(observer: Observer, written: DataPath): boolean {
  for (const { path, deep } of observer.paths) {
    const shared = Math.min(path.length, written.length);
    let at = 0;
    while (at < shared && String(path[at]) === String(written[at])) at += 1;
    if (at < shared) continue;
    if (written.length <= path.length || deep) return true;
  }
  return false;
}
