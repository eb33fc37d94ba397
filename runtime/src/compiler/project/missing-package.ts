import { builtinModules } from 'node:module';
import { npmCandidates } from '../config/component-paths.ts';
import { dependenciesIn, packageNameOf } from './npm-packages.ts';
import { folderOf } from './paths.ts';
import type { ProjectFiles } from './project-files.ts';

const builtins = new Set(builtinModules);

/**
 * Why nothing was found for `specifier` in the file `from`, and what to do; `undefined` when it cannot mean an npm
 * package.
 */
export function explainMissingPackage(files: ProjectFiles, from: string, specifier: string): string | undefined {
  const name = /^[./]/.test(specifier) ? undefined : packageNameOf(specifier);
  if (name === undefined) return undefined;
  if (builtins.has(specifier.replace(/^node:/, ''))) return 'it is part of Node.js, which mini-programs do not have';
  for (const place of npmCandidates(folderOf(from), name)) {
    const prefix = `${place}/`;
    if (files.npmPackageAt(place) !== undefined || files.paths().some((path) => path.startsWith(prefix))) {
      return `the npm package ${name} is installed, but has no such file`;
    }
  }
  const wanted = ['package.json', files.sourcePath('package.json')].some((path) => {
    const file = files.projectFile(path);
    return file !== undefined && dependenciesIn(file.text).has(name);
  });
  return wanted
    ? `package.json lists the npm package ${name}, but it is not installed: run npm install`
    : `the npm package ${name} is not installed: run npm install ${name}`;
}
