/** One entry of `packOptions.ignore` or `packOptions.include` of project.config.json. */
export interface IgnoreRule {
  readonly type: string;
  readonly value: string;
}

export type PathTest = (path: string) => boolean;

/** Longest pattern that is tried: anything longer is no file name. */
const patternLimit = 256;

/**
 * What a rule matches: package paths without leading slash. `prefix` and `suffix` are about the file's name, `glob`
 * and `regexp` about the whole path. `undefined` for a type or pattern that cannot be used.
 */
export function createPathTest({ type, value }: IgnoreRule): PathTest | undefined {
  const wanted = value.replace(/^\.?\//, '').replace(/\/$/, '');
  if (wanted === '' || value.length > patternLimit) return undefined;
  switch (type) {
    case 'file':
      return (path) => path === wanted;
    case 'folder':
      return (path) => path.startsWith(`${wanted}/`);
    case 'suffix':
      return (path) => path.endsWith(wanted);
    case 'prefix':
      return (path) => path.slice(path.lastIndexOf('/') + 1).startsWith(wanted);
    case 'glob':
      return matching(globToPattern(wanted), '');
    case 'regexp': {
      // Written bare, or between slashes as in a script.
      const [, body = value, flags = ''] = /^\/(.+)\/([imsu]*)$/.exec(value) ?? [];
      return mayTakeAges(body) ? undefined : matching(body, flags);
    }
    default:
      return undefined;
  }
}

function matching(pattern: string, flags: string): PathTest | undefined {
  try {
    const expression = new RegExp(pattern, flags);
    return (path) => expression.test(path);
  } catch {
    return undefined;
  }
}

/** A repeated group that repeats something inside can take ages on one name, and patterns come from anybody. */
function mayTakeAges(pattern: string): boolean {
  return /\([^)]*[+*{][^)]*\)[+*{]/.test(pattern);
}

/** `*` and `?` stay within one folder; `**` does not, and stands for no folder as well. */
function globToPattern(glob: string): string {
  const pattern = glob.replace(/\*\*\/|\*\*|\*|\?|[\\^$.|+()[\]{}]/g, (token) => {
    if (token === '**/') return '(?:.*/)?';
    if (token === '**') return '.*';
    if (token === '*') return '[^/]*';
    return token === '?' ? '[^/]' : `\\${token}`;
  });
  return `^${pattern}$`;
}
