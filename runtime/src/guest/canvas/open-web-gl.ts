import { webGlAttributes } from '../../protocol/webgl.ts';
import { isObject } from '../intrinsics.ts';
import type { CreateWebGlLibrary, Drawn, WebGlContext, WebGlLibrary } from '../webgl/types.ts';
import type { WxLink } from '../wx-link.ts';
import { type Commands, commandOf } from './commands.ts';
import { sourceOf } from './source.ts';

/** Opens a context on a surface that has none. Null where the worker has none to give: it has told the author why. */
export type OpenWebGl = (canvas: Drawn, surface: number, version: 1 | 2, attributes: unknown) => WebGlContext | null;

/** What `getContext` takes for WebGL, and the version it means. */
export const webGlKinds: ReadonlyMap<unknown, 1 | 2> = new Map<unknown, 1 | 2>([
  ['webgl', 1],
  ['experimental-webgl', 1],
  ['webgl2', 2],
]);

// biome-ignore lint/security/noGlobalEval: it is our own source, from our own worker
const enterWebGlLibrary: (source: string) => CreateWebGlLibrary = globalThis.eval;

export function createOpenWebGl(link: WxLink, commands: Commands): OpenWebGl {
  let library: WebGlLibrary | undefined;
  const enter = (): WebGlLibrary => {
    commands.on(0).push(commandOf('webGlLibrary'));
    return enterWebGlLibrary(commands.flush())({ link, commands, sourceOf });
  };
  return (canvas, surface, version, attributes) => {
    const given = isObject(attributes) ? attributes : {};
    const flags = webGlAttributes.map((name) => (given[name] === undefined ? null : Boolean(given[name])));
    commands.on(surface).push(commandOf('openWebGl'), version, flags);
    const constants = commands.ask();
    if (!isObject(constants)) return null;
    library ??= enter();
    return library.context(canvas, surface, version, constants);
  };
}
