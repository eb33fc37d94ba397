import type { SourceSpan } from 'sass';
import { extensionOf } from '../project/paths.ts';
import { type Preprocessed, StyleError, type StyleFile, type StyleMessage, type StyleReader } from './preprocessor.ts';

/** Addresses of project files inside Sass, which thinks in URLs. */
const scheme = 'project:';

/**
 * Compiles SCSS and indented Sass. Its files come from the project only. Sass itself is loaded when the first
 * program needs it.
 *
 * @throws StyleError where Sass gave up.
 */
export async function compileSass(file: StyleFile, reader: StyleReader): Promise<Preprocessed> {
  const sass = await import('sass');
  const at = (span: SourceSpan | undefined): Omit<StyleMessage, 'message'> => ({
    path: span?.url === undefined ? file.path : pathOf(span.url),
    line: (span?.start.line ?? 0) + 1,
    column: (span?.start.column ?? 0) + 1,
  });
  try {
    const { css, sourceMap } = sass.compileString(file.text, {
      url: urlOf(file.path),
      syntax: syntaxOf(file.path),
      sourceMap: true,
      importer: {
        canonicalize(name, { containingUrl }) {
          const from = containingUrl === null ? file.path : pathOf(containingUrl);
          // What is written from the top, or as an address already, comes with our scheme.
          const written = name.startsWith(scheme) ? `/${pathOf(new URL(name))}` : decodeURI(name);
          const path = reader.find(from, written);
          return path === undefined ? null : urlOf(path);
        },
        load(url) {
          const path = pathOf(url);
          return { contents: reader.read(path), syntax: syntaxOf(path), sourceMapUrl: url };
        },
      },
      logger: {
        debug: () => undefined,
        warn(message, { deprecation, span, stack }) {
          // What a later Sass will drop is not this program's concern: it is compiled with this one.
          if (deprecation) return;
          reader.warn({ message: `Sass: ${message}`, ...(span === undefined ? calledAt(stack, file) : at(span)) });
        },
      },
    });
    const sources = sourceMap?.sources.map((source) => pathOf(new URL(source)));
    return { css, map: JSON.stringify({ ...sourceMap, sources }) };
  } catch (error) {
    if (!(error instanceof sass.Exception)) throw error;
    throw new StyleError({ message: `Sass: ${error.sassMessage}`, ...at(error.span) });
  }
}

/** `@warn` comes without a place; the first line of its stack is `project:///app.scss 2:1  root stylesheet`. */
function calledAt(stack: string | undefined, file: StyleFile): Omit<StyleMessage, 'message'> {
  const [, url, line, column] = /^(\S+) (\d+):(\d+)/.exec(stack ?? '') ?? [];
  if (!url?.startsWith(scheme)) return { path: file.path, line: 1, column: 1 };
  return { path: pathOf(new URL(url)), line: Number(line), column: Number(column) };
}

function syntaxOf(path: string): 'scss' | 'indented' | 'css' {
  const extension = extensionOf(path);
  if (extension === '.sass') return 'indented';
  return extension === '.scss' ? 'scss' : 'css';
}

function urlOf(path: string): URL {
  return new URL(`${scheme}///${path.split('/').map(encodeURIComponent).join('/')}`);
}

function pathOf(url: URL): string {
  return decodeURIComponent(url.pathname).replace(/^\/+/, '');
}
