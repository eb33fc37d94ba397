import { resolvePath } from '../project/paths.ts';
import { type Preprocessed, StyleError, type StyleFile, type StyleReader } from './preprocessor.ts';

/**
 * Compiles Less. Its files come from the project only: `@plugin`, which runs scripts, and imports from the network
 * are refused. Less itself is loaded when the first program needs it.
 *
 * @throws StyleError where Less gave up.
 */
export async function compileLess(file: StyleFile, reader: StyleReader): Promise<Preprocessed> {
  const { default: less } = await import('less');
  const load = (name: string, folder: string): Less.FileLoadResult => {
    const from = `${folder.replace(/^\/+/, '')}x`;
    const path = reader.find(from, name.startsWith(folder) ? name.slice(folder.length) : name);
    if (path !== undefined) return { filename: `/${path}`, contents: reader.read(path) };
    throw new Error(`there is no style sheet ${JSON.stringify(name)} to import`);
  };
  class ProjectFileManager extends less.FileManager {
    override supports(): boolean {
      return true;
    }
    override supportsSync(): boolean {
      return true;
    }
    override async loadFile(name: string, folder: string): Promise<Less.FileLoadResult> {
      return load(name, folder);
    }
    override loadFileSync(name: string, folder: string): Less.FileLoadResult | Less.FileLoadError {
      try {
        return load(name, folder);
      } catch (error) {
        return { error };
      }
    }
  }
  const options: Less.Options & { readonly disablePluginRule: true } = {
    // Package paths as if the package were the whole disk.
    filename: `/${file.path}`,
    plugins: [{ install: (_less, plugins) => plugins.addFileManager(new ProjectFileManager()) }],
    disablePluginRule: true,
    rewriteUrls: 'all',
    sourceMap: { sourceMapBasepath: '/' },
  };
  try {
    const { css, map } = await less.render(file.text, options);
    return { css: css.replace(/\/\*# sourceMappingURL=\S* \*\/\s*$/, ''), map };
  } catch (error) {
    throw new StyleError({ ...failureOf(error), path: pathOf(error) ?? file.path });
  }
}

function failureOf(error: unknown): { message: string; line: number; column: number } {
  const message = error instanceof Error || hasMessage(error) ? String(error.message) : String(error);
  const line = numberOf(error, 'line') ?? 1;
  return { message: `Less: ${message.trim()}`, line, column: (numberOf(error, 'column') ?? 0) + 1 };
}

function hasMessage(error: unknown): error is { message: unknown } {
  return typeof error === 'object' && error !== null && 'message' in error;
}

function numberOf(error: unknown, name: string): number | undefined {
  const value: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
  return typeof value === 'number' && Number.isInteger(value) ? value : undefined;
}

function pathOf(error: unknown): string | undefined {
  const name: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'filename') : undefined;
  return typeof name === 'string' ? resolvePath('', name) : undefined;
}
