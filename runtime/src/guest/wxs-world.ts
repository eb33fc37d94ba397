import { callFunction } from './intrinsics.ts';
import { folderOf, resolveFrom } from './module-paths.ts';
import { GuestError } from './reporter.ts';

/** `require` of a WXS module: relative paths of other WXS modules only. */
type WxsFactory = (require: (path: string) => unknown, module: { exports: unknown }, exports: unknown) => void;

/** WXS modules: a world of their own, which cannot require scripts and which scripts cannot require. */
export interface WxsWorld {
  define(file: string, factory: WxsFactory): void;
  require(file: string): unknown;
}

export function createWxsWorld(): WxsWorld {
  const factories = new Map<string, WxsFactory>();
  const loaded = new Map<string, { exports: unknown }>();

  const run = (file: string, from?: string): unknown => {
    const known = loaded.get(file);
    if (known !== undefined) return known.exports;
    const factory = factories.get(file);
    if (factory === undefined) {
      throw new GuestError(
        'MODULE',
        `WXS module ${file} is not in the package${from === undefined ? '' : `, required by ${from}`}`,
      );
    }
    const module = { exports: {} };
    loaded.set(file, module);
    const requireNear = (path: string): unknown => {
      const near = resolveFrom(folderOf(file), String(path)) ?? String(path);
      return run(factories.has(near) ? near : `${near}.wxs`, file);
    };
    try {
      callFunction(factory, undefined, [requireNear, module, module.exports]);
    } catch (error) {
      loaded.delete(file);
      throw error;
    }
    return module.exports;
  };

  return {
    define(file, factory) {
      factories.set(file, factory);
    },
    require: (file) => run(file),
  };
}

/** Globals that WXS has and JavaScript has not: it cannot say `new` or write a pattern. */
export const wxsGlobals = {
  getDate: (...values: unknown[]): unknown => Reflect.construct(Date, values),
  getRegExp: (pattern: unknown, flags?: unknown): unknown =>
    new RegExp(String(pattern), flags === undefined ? undefined : String(flags)),
};
