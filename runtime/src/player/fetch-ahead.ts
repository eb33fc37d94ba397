import type { OpenedPackage } from '../package/index.ts';
import { createStyleLoader } from './program-styles.ts';

/**
 * Asks for every file that showing `route` takes, so that they arrive and are verified while the sandbox boots,
 * not one after the other behind it. The package keeps them. A failure is no news yet: whoever needs the file asks
 * again and is told.
 */
export function fetchAhead(opened: OpenedPackage, route: string): void {
  const { parts } = opened.manifest;
  const own = parts.find(({ root }) => root === opened.partOf(route));
  const needed = parts.filter((part) => part === own || (part.root === '' && own?.independent !== true));
  const files = needed.flatMap(({ logic, skeletons, logicMap }) => [logic, skeletons, logicMap]);
  const ignore = () => undefined;
  for (const file of files) if (file !== undefined) opened.read(file).catch(ignore);
  createStyleLoader(opened).load(route).catch(ignore);
}
