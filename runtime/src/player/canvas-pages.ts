import type { Manifest } from '../protocol/manifest.ts';

/**
 * Whether a page may come to draw a canvas: it has one, or a component it can show has. Its frame has to be one that
 * paints them, and that cannot be changed later.
 */
export function hasCanvas({ components, tabBar }: Manifest, route: string): boolean {
  const seen = new Set<string>();
  const pending = tabBar?.custom ? [route, 'custom-tab-bar/index'] : [route];
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    if (seen.has(path) || !Object.hasOwn(components, path)) continue;
    seen.add(path);
    const component = components[path];
    if (component?.canvas) return true;
    pending.push(...Object.values(component?.usingComponents ?? {}));
  }
  return false;
}
