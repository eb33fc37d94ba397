import { hasOwn, promise } from './intrinsics.ts';
import type { Modules } from './modules.ts';
import { GuestError } from './reporter.ts';

type Plugins = Readonly<Record<string, string>> | undefined;

/** `requirePlugin(name)`: what the entry script of a plugin exports; an empty object when it has none. */
export interface RequirePlugin {
  (name: unknown): unknown;
  readonly async: (name: unknown) => Promise<unknown>;
}

export function createRequirePlugin(modules: Modules, plugins: () => Plugins): RequirePlugin {
  const requirePlugin = (name: unknown): unknown => {
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
        resolve(requirePlugin(name));
      } catch (error) {
        reject(error);
      }
    });
  return Object.assign(requirePlugin, { async: later });
}
