/** A parsed data path: member names and, for `[3]`, array indices. */
export type DataPath = readonly (string | number)[];

const cache = new Map<string, DataPath>();
const cacheLimit = 4_000;

/**
 * Reads a `setData` key such as `a.b[0].c`. A backslash before `.`, `[`, `]` or `\` takes it literally.
 * Throws an Error that names the key when an index is no whole number. Programs repeat their keys, so results
 * are kept and shared: do not change one.
 */
export function parseDataPath(key: string): DataPath {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const path = plainName(key) ? [key] : readPath(key);
  if (cache.size >= cacheLimit) cache.clear();
  cache.set(key, path);
  return path;
}

function plainName(key: string): boolean {
  for (let at = 0; at < key.length; at += 1) {
    const code = key.charCodeAt(at);
    // . [ and backslash are all that can end or bend a name.
    if (code === 46 || code === 91 || code === 92) return false;
  }
  return true;
}

function readPath(key: string): DataPath {
  const path: (string | number)[] = [];
  let at = 0;
  while (at < key.length) {
    if (key[at] === '[') {
      const end = key.indexOf(']', at);
      const digits = end < 0 ? '' : key.slice(at + 1, end).trim();
      if (digits === '' || !allDigits(digits)) {
        throw new Error(
          `the path "${key}" is not valid at character ${at + 1}: an index must be a whole number in [ ]`,
        );
      }
      path.push(Number(digits));
      at = end + 1;
      continue;
    }
    if (key[at] === '.') {
      at += 1;
      if (at >= key.length || key[at] === '[' || key[at] === '.') continue;
    }
    let name = '';
    while (at < key.length) {
      const character = key.charAt(at);
      if (character === '.' || character === '[') break;
      const following = key.charAt(at + 1);
      if (character === '\\' && following !== '' && '.[]\\'.includes(following)) {
        name += following;
        at += 2;
      } else {
        name += character;
        at += 1;
      }
    }
    path.push(name);
  }
  if (path.length === 0) path.push('');
  return path;
}

function allDigits(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 48 || code > 57) return false;
  }
  return true;
}
