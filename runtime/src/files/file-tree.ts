import { type FileArrival, fileLimits, fileName, type MadeChange, writtenName } from '../protocol/files.ts';
import { refusals } from './file-refusal.ts';

type Bytes = Uint8Array<ArrayBuffer>;

export interface FileNode {
  bytes: Bytes | undefined;
  modified: number;
  accessed: number;
  /** The host has it under this path. */
  kept: boolean;
}

/** A path of the program's: as it was written, and as it is meant. */
export interface Place {
  readonly written: string;
  readonly name: string;
}

const roots = ['usr', 'tmp', 'store', 'package'];
const counted = /^(?:usr|store)\//;

/**
 * A program's files in the worker: what synchronous calls read, and the one place that judges operations. Every change
 * is listed in `changes`, for the host to keep.
 */
export class FileTree {
  private readonly nodes = new Map<string, FileNode>(roots.map((root) => [root, directory(0)]));
  private changes: MadeChange[] = [];
  private total = 0;
  private readonly now: () => number;

  constructor(now: () => number) {
    this.now = now;
  }

  /** What has changed since it was last asked. */
  takeChanges(): readonly MadeChange[] {
    const taken = this.changes;
    this.changes = [];
    return taken;
  }

  /** Something that is there already; directories above it come with it. */
  arrive({ path, bytes, modified, kept }: FileArrival): void {
    const parts = path.split('/');
    for (let depth = 1; depth < parts.length; depth += 1) {
      const above = parts.slice(0, depth).join('/');
      if (!this.nodes.has(above)) this.nodes.set(above, { ...directory(modified), kept });
    }
    this.put(path, { bytes, modified, accessed: modified, kept });
  }

  place(written: unknown): Place {
    const text = String(written);
    const name = fileName(text);
    if (name === undefined) throw refusals.denied(text.slice(0, 200));
    return { written: text, name };
  }

  /** The same as a place that the program may change. */
  own(written: unknown): Place {
    const place = this.place(written);
    if (!place.name.startsWith('usr/')) throw refusals.denied(place.written);
    return place;
  }

  find({ written, name }: Place): FileNode {
    const node = this.nodes.get(name);
    if (node === undefined) throw refusals.missing(written);
    return node;
  }

  has({ name }: Place): boolean {
    return this.nodes.has(name);
  }

  bytes(place: Place): Bytes {
    const node = this.find(place);
    if (node.bytes === undefined) throw refusals.directory(place.written);
    node.accessed = this.now();
    return node.bytes;
  }

  /** Names directly in a directory. */
  names(place: Place): string[] {
    if (this.find(place).bytes !== undefined) throw refusals.notDirectory(place.written);
    const start = `${place.name}/`;
    return [...this.nodes.keys()]
      .filter((name) => name.startsWith(start) && !name.includes('/', start.length))
      .map((name) => name.slice(start.length))
      .sort();
  }

  /** Everything below, with names from `place` on. */
  below({ name }: Place): [string, FileNode][] {
    return [...this.nodes]
      .filter(([path]) => path.startsWith(`${name}/`))
      .map(([path, node]) => [path.slice(name.length), node]);
  }

  /** Writes from `at` on; with `end` nothing is left behind. The directory above has to be there. */
  write(place: Place, at: number, bytes: Uint8Array, end: boolean): void {
    const before = this.nodes.get(place.name);
    if (before !== undefined && before.bytes === undefined) throw refusals.directory(place.written);
    this.requireParent(place);
    const old = before?.bytes ?? new Uint8Array();
    const length = end ? at + bytes.length : Math.max(old.length, at + bytes.length);
    this.requireRoom(place.name, length - old.length, length, before === undefined);
    const made = new Uint8Array(length);
    made.set(old.subarray(0, length));
    if (at > old.length) made.fill(0, old.length, at);
    made.set(bytes, at);
    this.put(place.name, { bytes: made, modified: this.now(), accessed: this.now(), kept: true });
    // A copy: the program's next change must not reach what is still on its way.
    this.changes.push({ do: 'write', path: place.name, at, bytes: bytes.slice(), end });
  }

  makeDirectory(place: Place, recursive: boolean): void {
    if (this.nodes.has(place.name)) {
      if (recursive && this.find(place).bytes === undefined) return;
      throw refusals.exists(place.written);
    }
    const parent = parentOf(place);
    if (recursive && !this.nodes.has(parent.name)) this.makeDirectory(parent, true);
    this.requireParent(place);
    this.requireRoom(place.name, 0, 0, true);
    this.put(place.name, { ...directory(this.now()), kept: true });
    this.changes.push({ do: 'directory', path: place.name });
  }

  /** Forgets a file, or a directory with everything in it. */
  remove(place: Place): void {
    this.find(place);
    for (const [rest] of this.below(place)) this.drop(place.name + rest);
    this.drop(place.name);
    this.changes.push({ do: 'remove', path: place.name });
  }

  move(from: Place, to: Place): void {
    const node = this.find(from);
    const target = this.nodes.get(to.name);
    if (to.name === from.name) return;
    if (to.name.startsWith(`${from.name}/`)) throw refusals.invalid(to.written);
    if (target !== undefined && (target.bytes === undefined) !== (node.bytes === undefined)) {
      throw target.bytes === undefined ? refusals.directory(to.written) : refusals.notDirectory(to.written);
    }
    if (target !== undefined && target.bytes === undefined && this.names(to).length > 0) {
      throw refusals.notEmpty(to.written);
    }
    this.requireParent(to);
    const moved: [string, FileNode][] = [['', node], ...this.below(from)];
    const size = moved.reduce((sum, [, { bytes }]) => sum + (bytes?.length ?? 0), 0);
    if (!counted.test(from.name)) this.requireRoom(to.name, size - (target?.bytes?.length ?? 0), 0, false);
    for (const [rest] of moved) this.drop(from.name + rest);
    for (const [rest, each] of moved) this.put(to.name + rest, { ...each, kept: true });
    if (node.kept || node.bytes === undefined) this.changes.push({ do: 'move', path: from.name, to: to.name });
    else this.changes.push({ do: 'write', path: to.name, at: 0, bytes: node.bytes.slice(), end: true });
  }

  /** Bytes that count for the quota. */
  get used(): number {
    return this.total;
  }

  private requireParent(place: Place): void {
    const parent = parentOf(place);
    const node = this.nodes.get(parent.name);
    if (node === undefined) throw refusals.missing(place.written);
    if (node.bytes !== undefined) throw refusals.notDirectory(parent.written);
  }

  private requireRoom(name: string, growth: number, length: number, isNew: boolean): void {
    if (length > fileLimits.fileBytes || (isNew && this.nodes.size >= fileLimits.entries)) throw refusals.full();
    if (counted.test(name) && growth > 0 && this.total + growth > fileLimits.totalBytes) throw refusals.full();
  }

  private put(name: string, node: FileNode): void {
    this.drop(name);
    this.nodes.set(name, node);
    if (counted.test(name)) this.total += node.bytes?.length ?? 0;
  }

  private drop(name: string): void {
    if (counted.test(name)) this.total -= this.nodes.get(name)?.bytes?.length ?? 0;
    this.nodes.delete(name);
  }
}

function directory(at: number): FileNode {
  return { bytes: undefined, modified: at, accessed: at, kept: true };
}

function parentOf({ name }: Place): Place {
  const parent = name.slice(0, Math.max(0, name.lastIndexOf('/')));
  return { name: parent, written: writtenName(parent) };
}
