import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { Diagnostics } from '../diagnostics.ts';
import type { ProjectFiles } from '../project/project-files.ts';
import type { JsonValue } from './json-document.ts';

/** Names in `useExtendedLib` → the npm package that is that library, and its sheet for the whole program. */
const libraries: Readonly<Record<string, { readonly name: string; readonly sheet: string }>> = {
  weui: { name: 'weui-miniprogram', sheet: 'weui-wxss/dist/style/weui.wxss' },
};

/**
 * `useExtendedLib` of app.json: the library comes with the host, so that the program need not bring it. It is the
 * npm package, from wherever it is installed beside this one; `homeOf` gives its folder. The style sheets that come
 * with it are given back: on the platform they are there without an `@import`.
 */
export function lendExtendedLibs(
  app: JsonValue,
  files: ProjectFiles,
  diagnostics: Diagnostics,
  homeOf: (name: string) => string | undefined = installedHome,
): string[] {
  const sheets: string[] = [];
  for (const [name, wanted] of app.member('useExtendedLib')?.members() ?? []) {
    if (wanted.value !== true) continue;
    const library = Object.hasOwn(libraries, name) ? libraries[name] : undefined;
    if (library === undefined) {
      diagnostics.warn('CONFIG', `"useExtendedLib": there is no library ${JSON.stringify(name)} here`, wanted.place);
      continue;
    }
    const home = homeOf(library.name);
    const inside = `miniprogram_npm/${library.name}`;
    if (home !== undefined) files.lendNpmPackage(library.name, home);
    else if (files.npmPackageAt(inside) === undefined) {
      const missing = `"useExtendedLib": ${name} is not installed beside this runtime; run npm install ${library.name}`;
      diagnostics.warn('CONFIG', `${missing} in the project`, wanted.place);
    }
    if (files.has(`${inside}/${library.sheet}`)) sheets.push(`${inside}/${library.sheet}`);
  }
  return sheets;
}

function installedHome(name: string): string | undefined {
  try {
    return dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
  } catch {
    return undefined; // optional: most hosts run programs that never ask for it
  }
}
