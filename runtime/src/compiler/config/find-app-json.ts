import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Diagnostics } from '../diagnostics.ts';
import { joinPath } from '../project/paths.ts';
import type { ProjectFiles, SourceFile } from '../project/project-files.ts';
import { appConfigFile } from './app-config.ts';

/** Finds app.json in the project's source folder; without one, a problem that says where there is one. */
export function findAppJson(
  root: string,
  sourceRoot: string,
  files: ProjectFiles,
  diagnostics: Diagnostics,
): SourceFile | undefined {
  const file = files.projectFile(joinPath(sourceRoot, appConfigFile));
  if (file !== undefined) return file;
  const folder = joinPath(basename(root), sourceRoot);
  const others = nearFolders(root).filter((name) => files.projectFile(`${name}/${appConfigFile}`) !== undefined);
  const advice =
    others.length > 0
      ? `there is one in ${others.join(', ')}: open that folder, or name it as "miniprogramRoot" in project.config.json`
      : 'open the folder that holds it, or create one that lists the pages: {"pages": ["pages/index/index"]}';
  diagnostics.problem('MANIFEST', `no ${appConfigFile} in ${folder}; ${advice}`, {
    position: { file: joinPath(sourceRoot, appConfigFile), line: 1, column: 1 },
  });
  return undefined;
}

function nearFolders(root: string): string[] {
  try {
    return readdirSync(join(root), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
      .map((entry) => entry.name)
      .sort();
  } catch {
    return []; // no such folder: the message above says that nothing was found in it
  }
}
