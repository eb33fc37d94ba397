import type { StaticPath } from '../../../protocol/index.ts';

/** What an expression reads: a root and the static members after it. Everything below the path counts as read. */
export interface Path {
  readonly root: 'data' | 'item' | 'index';
  /** Rows outwards for `item` and `index`; 0 for data. */
  readonly row: number;
  readonly members: readonly string[];
}

// Longer paths are cut: reading a whole is always a safe statement, and tries stay shallow.
const longest = 16;

/** The path one member further; the path itself where that is the better statement. */
export function memberPath(path: Path, name: string): Path {
  return path.members.length >= longest ? path : { ...path, members: [...path.members, name] };
}

// The same path object passes through every block around the place that reads it.
const keys = new WeakMap<Path, string>();

/** A key under which equal paths meet. */
export function pathKey(path: Path): string {
  const known = keys.get(path);
  if (known !== undefined) return known;
  const key = JSON.stringify([path.root, path.row, ...path.members]);
  keys.set(path, key);
  return key;
}

/** The same path seen from outside a row; `undefined` when it starts at that very row. */
export function outsideRow(path: Path): Path | undefined {
  if (path.root === 'data') return path;
  return path.row === 0 ? undefined : { ...path, row: path.row - 1 };
}

/** The wire form. A row's index is no place where data lives. */
export function staticPath(path: Path | undefined): StaticPath | undefined {
  if (path === undefined || path.root === 'index') return undefined;
  return path.root === 'data' ? { members: path.members } : { row: path.row, members: path.members };
}

/** The wire form of all that something computed reads; undefined when a part of it is no place where data lives. */
export function staticPaths(reads: readonly Path[]): readonly StaticPath[] | undefined {
  const paths = reads.flatMap((read) => staticPath(read) ?? []);
  return paths.length === reads.length ? paths : undefined;
}
