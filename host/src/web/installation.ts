import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the parts of a built host lie. */
export interface Installation {
  readonly shellFolder: string;
  readonly bundlesFolder: string;
  /** May not exist: only the repository has it. */
  readonly samplesFolder: string;
  readonly version: string;
}

/** Finds them from the URL of a file in `host/dist`. Throws when the runtime's bundles were not built. */
export function findInstallation(entry: string): Installation {
  const dist = dirname(fileURLToPath(entry));
  const require = createRequire(entry);
  const { version }: { version: string } = JSON.parse(readFileSync(join(dist, '..', 'package.json'), 'utf8'));
  return {
    shellFolder: join(dist, 'shell'),
    bundlesFolder: findBundles(require),
    samplesFolder: join(dist, '..', '..', 'sample-apps'),
    version,
  };
}

function findBundles(require: NodeJS.Require): string {
  try {
    return dirname(require.resolve('@terrarium/runtime/bundles/player.js'));
  } catch {
    throw new Error('the runtime is not built; run: npm run build');
  }
}
