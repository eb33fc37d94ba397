/** Folder of a package that holds one folder for each plugin, by the name the program gave it. */
export const pluginFolder = '__plugin__';

/**
 * Where the absolute paths of a file count from: `''`, or the folder of the plugin it belongs to. Nothing a plugin
 * writes leads out of that folder.
 */
export function namespaceOf(path: string): string {
  if (!path.startsWith(`${pluginFolder}/`)) return '';
  const end = path.indexOf('/', pluginFolder.length + 1);
  return end < 0 ? path : path.slice(0, end);
}
