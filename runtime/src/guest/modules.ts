import { namespaceOf, pluginFolder } from '../protocol/plugins.ts';
import { callFunction, hasOwn, isFunction, isObject, promise } from './intrinsics.ts';
import { folderOf, moduleCandidates, resolveFrom } from './module-paths.ts';
import { GuestError } from './reporter.ts';

export type ModuleFactory = (require: Require, module: GuestModule, exports: unknown) => void;

export interface GuestModule {
  exports: unknown;
  readonly id: string;
}

export interface Require {
  /** With callbacks it answers later, as `require.async` does. */
  (specifier: unknown, done?: unknown, failed?: unknown): unknown;
  readonly async: (specifier: unknown) => Promise<unknown>;
  /** `requireMiniProgram()` of plugins: what the program exports to this one, an empty object when that is nothing. */
  readonly miniProgram?: () => unknown;
}

/** CommonJS over the modules of the logic files. */
export interface Modules {
  define(file: string, factory: ModuleFactory): void;
  has(file: string): boolean;
  /** Evaluates a module once; throws what it throws, and then it can be tried again. */
  run(file: string): unknown;
  /** The module being evaluated right now; `''` when none is. */
  readonly current: string;
}

const listedAtMost = 12;

/** Loads the part that holds a path; `done` runs with an error text when it could not be. */
export type LoadPart = (path: string, done: (failure?: string) => void) => void;

/** `exportsTo`: plugin name → the program's module for it. */
export function createModules(
  loadPart?: LoadPart,
  exportsTo: () => Readonly<Record<string, string>> | undefined = () => undefined,
): Modules {
  const factories = new Map<string, ModuleFactory>();
  const loaded = new Map<string, GuestModule>();
  let current = '';

  const run = (file: string): unknown => {
    const known = loaded.get(file);
    // A cycle meets the exports as far as they are.
    if (known !== undefined) return known.exports;
    const factory = factories.get(file);
    if (factory === undefined) throw new GuestError('MODULE', `${file} is not in the package`);
    const module: GuestModule = { exports: {}, id: file };
    loaded.set(file, module);
    const outer = current;
    current = file;
    try {
      callFunction(factory, module.exports, [createRequire(file), module, module.exports]);
    } catch (error) {
      loaded.delete(file);
      throw error;
    } finally {
      current = outer;
    }
    return module.exports;
  };

  const find = (from: string, specifier: unknown): string => {
    if (typeof specifier !== 'string') {
      throw new GuestError('MODULE', `require in ${from} needs the path of a module, not ${typeof specifier}`);
    }
    const candidates = moduleCandidates(from, specifier);
    for (const candidate of candidates) if (factories.has(candidate)) return candidate;
    throw new GuestError('MODULE', notFound(from, specifier, candidates));
  };

  /** A path in the part that must hold `specifier`, when no loaded part does. */
  const missing = (from: string, specifier: unknown): string | undefined => {
    if (typeof specifier !== 'string') return undefined;
    for (const candidate of moduleCandidates(from, specifier)) if (factories.has(candidate)) return undefined;
    const base = resolveFrom(folderOf(from), specifier);
    // A file below it, so that the root of a part counts as being in that part.
    return base === undefined ? undefined : `${base}/index.js`;
  };

  const notFound = (from: string, specifier: string, candidates: readonly string[]): string => {
    const folders = new Set(candidates.map(folderOf));
    const near: string[] = [];
    for (const file of factories.keys()) if (folders.has(folderOf(file)) && file !== from) near.push(file);
    const there =
      near.length === 0 ? 'There are no modules beside it' : `There is ${near.slice(0, listedAtMost).join(', ')}`;
    return `module '${specifier}' is not defined, required by ${from}: no ${candidates.join(', no ')} in the loaded parts of the package. ${there}`;
  };

  const createRequire = (from: string): Require => {
    const later = (specifier: unknown): Promise<unknown> =>
      promise((resolve, reject) => {
        const attempt = (): void => {
          try {
            resolve(run(find(from, specifier)));
          } catch (error) {
            reject(isObject(error) ? error : { errMsg: String(error), mod: specifier });
          }
        };
        const elsewhere = loadPart === undefined ? undefined : missing(from, specifier);
        if (loadPart === undefined || elsewhere === undefined) attempt();
        else {
          loadPart(elsewhere, (failure) => {
            if (failure === undefined) attempt();
            else reject(partError(from, specifier, failure));
          });
        }
      });
    const require = (specifier: unknown, done?: unknown, failed?: unknown): unknown => {
      if (!isFunction(done)) return run(find(from, specifier));
      later(specifier).then(done, isFunction(failed) ? failed : () => {});
      return undefined;
    };
    const plugin = namespaceOf(from).slice(pluginFolder.length + 1);
    if (plugin === '') return Object.assign(require, { async: later });
    const miniProgram = (): unknown => {
      const known = exportsTo() ?? {};
      const file = hasOwn(known, plugin) ? known[plugin] : undefined;
      return file === undefined ? {} : run(file);
    };
    return Object.assign(require, { async: later, miniProgram });
  };

  return {
    define(file, factory) {
      factories.set(file, factory);
    },
    has: (file) => factories.has(file),
    run,
    get current() {
      return current;
    },
  };
}

/** As WeChat gives it: an error with the module's name and a reason of its own. */
function partError(from: string, specifier: unknown, failure: string): GuestError {
  const errMsg = `require.async('${String(specifier)}') in ${from}: ${failure}`;
  return Object.assign(new GuestError('MODULE', errMsg), { errMsg, mod: specifier });
}
