import { hasOwn, isFunction, promise } from './intrinsics.ts';
import type { Modules } from './modules.ts';
import { GuestError } from './reporter.ts';

type Plugins = Readonly<Record<string, string>> | undefined;

/**
 * `requirePlugin(name)`: what the entry script of a plugin exports; an empty object when it has none. With callbacks it
 * answers later, as `requirePlugin.async` does; what that fails with has `mod` and `errMsg`.
 */
export interface RequirePlugin {
  (name: unknown, done?: unknown, failed?: unknown): unknown;
  readonly async: (name: unknown) => Promise<unknown>;
}

export function createRequirePlugin(modules: Modules, plugins: () => Plugins): RequirePlugin {
  const run = (name: unknown): unknown => {
    const known = plugins() ?? {};
    // Old programs write `requirePlugin('plugin://name')`.
    const plain = String(name).replace('plugin://', '');
    const main = hasOwn(known, plain) ? known[plain] : undefined;
    if (main !== undefined) return main === '' ? {} : modules.run(main);
    throw new GuestError(
      'MODULE',
      `requirePlugin('${String(name)}'): no such plugin is at hand. Its source can be named in app.json by "path"`,
    );
  };
  const later = (name: unknown): Promise<unknown> =>
    promise((resolve, reject) => {
      try {
        resolve(run(name));
      } catch (error) {
        if (error instanceof GuestError) Object.assign(error, { errMsg: error.message, mod: name });
        reject(error);
      }
    });
  const requirePlugin = (name: unknown, done?: unknown, failed?: unknown): unknown => {
    if (!isFunction(done)) return run(name);
    later(name).then(done, isFunction(failed) ? failed : () => {});
    return undefined;
  };
  return Object.assign(requirePlugin, { async: later });
}
