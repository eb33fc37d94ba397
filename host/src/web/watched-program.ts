import { basename } from 'node:path';
import type { Build, Compiler } from '@terrarium/runtime/compiler';
import { type Manifest, type Problem, problemOf } from '@terrarium/runtime/protocol';
import { watch } from 'chokidar';
import { readDescription } from './description.ts';
import type { ProgramListing } from './messages.ts';

export interface WatchedProgramOptions {
  /** Absolute. */
  readonly folder: string;
  readonly compiler: Compiler;
  /** Called after every build, good or bad. */
  readonly onBuilt: (outcome: BuildOutcome) => void;
}

export interface BuildOutcome {
  readonly ok: boolean;
  readonly first: boolean;
  readonly durationMs: number;
  readonly problems: readonly Problem[];
  readonly warnings: Build['warnings'];
}

/** The last build that succeeded. */
export interface GoodBuild {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly manifest: Manifest;
  readonly digest: string;
}

/** One folder: compiled, watched, and its last good build kept while newer ones fail. */
export interface WatchedProgram {
  readonly folder: string;
  readonly appId: string;
  readonly good: GoodBuild | undefined;
  listing(): ProgramListing;
  dispose(): Promise<void>;
}

/**
 * Gathers an editor's burst of writes. Longer than the 50 ms in which chokidar drops further changes of one file:
 * a write it does not tell of is then still read by the build that its predecessor started.
 */
const debounceMs = 60;
/** What changes without being source: its own copy of a package manager's tree, version control, results of other tools. */
const ignored = /(?:^|[\\/])(?:node_modules|\.[^\\/]+)(?:[\\/]|$)/;

export async function openWatchedProgram(options: WatchedProgramOptions): Promise<WatchedProgram> {
  const { folder, compiler } = options;
  let good: GoodBuild | undefined;
  let problems: readonly Problem[] = [];
  let description: string | undefined;
  let disposed = false;
  let first = true;
  let timer: NodeJS.Timeout | undefined;
  let building: Promise<void> | undefined;
  let again = false;

  const buildOnce = async (): Promise<void> => {
    const started = performance.now();
    let ok = false;
    let warnings: Build['warnings'] = [];
    try {
      const build = await compiler.build();
      problems = build.problems;
      warnings = build.warnings;
      if (build.ok && build.manifest !== undefined) {
        ok = true;
        good = { files: build.files, manifest: build.manifest, digest: build.digest };
      }
    } catch (error) {
      problems = [problemOf(error)];
    }
    description = await readDescription(folder);
    if (disposed) return;
    const durationMs = performance.now() - started;
    const wasFirst = first;
    first = false;
    options.onBuilt({ ok, first: wasFirst, durationMs, problems, warnings });
  };
  // One build at a time; what changes meanwhile causes one more.
  const build = (): Promise<void> => {
    if (building !== undefined) {
      again = true;
      return building;
    }
    building = (async () => {
      do {
        again = false;
        await buildOnce();
      } while (again && !disposed);
    })().finally(() => {
      building = undefined;
    });
    return building;
  };

  const watcher = watch(folder, {
    ignoreInitial: true,
    ignored: (path) => ignored.test(path.slice(folder.length)),
  });
  watcher.on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      timer = undefined;
      void build();
    }, debounceMs);
  });
  // A folder that vanishes or cannot be read shows up as a failed build, with its path.
  watcher.on('error', () => void build());
  const watching = new Promise<void>((resolve) => watcher.once('ready', () => resolve()));
  await Promise.all([watching, build()]);

  return {
    folder,
    get appId() {
      return good?.manifest.appId ?? provisionalId(folder);
    },
    get good() {
      return good;
    },
    listing: () => ({
      appId: good?.manifest.appId ?? provisionalId(folder),
      name: good?.manifest.name ?? basename(folder),
      description,
      icon: good?.manifest.icon,
      version: good?.manifest.version ?? '',
      digest: good?.digest ?? '',
      development: good?.manifest.development ?? true,
      pages: good?.manifest.pages ?? [],
      entryPage: good?.manifest.entryPage ?? '',
      entryPages: good?.manifest.entryPages,
      folder,
      problems,
    }),
    async dispose() {
      disposed = true;
      clearTimeout(timer);
      await watcher.close();
      await building;
      compiler.dispose();
    },
  };
}

/** Before the first good build nobody knows the program's id; its folder's name stands in. */
function provisionalId(folder: string): string {
  const slug = basename(folder)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 63);
  return slug === '' ? 'program' : slug;
}
