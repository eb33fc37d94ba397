import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping';
import { type Loader, type Message, transform } from 'esbuild';
import { wxMembers } from '../../protocol/index.ts';
import { createDiagnostics, type Findings, type Place, placeAt, placeOf } from '../diagnostics.ts';
import { extensionOf } from '../project/paths.ts';
import type { SourceFile } from '../project/project-files.ts';
import { type Analysis, analyseScript } from './analyse-script.ts';
import { deferExpression } from './defer-expression.ts';
import { identityMap } from './identity-map.ts';

export interface ScriptOptions {
  /** Makes a source map for every script. */
  readonly sourceMap: boolean;
  readonly minify: boolean;
}

/** One author script as the body of a CommonJS module function. */
export interface CompiledScript {
  readonly code: string;
  /** Source map of `code`, version 3, as JSON text. */
  readonly map: string | undefined;
  readonly requires: readonly { readonly specifier: string; readonly place: Place; readonly later: boolean }[];
  readonly findings: Findings;
}

/** Never throws for what the author wrote; a script with a syntax error has an empty body and a problem. */
export async function compileScript(file: SourceFile, options: ScriptOptions): Promise<CompiledScript> {
  const diagnostics = createDiagnostics();
  let text = file.text.replace(/^#!/, '//');
  for (let left = mostDeferred; ; left -= 1) {
    const compiled = await compileText(file, text, options);
    const [problem] = compiled.findings.problems;
    const deferred = problem && left > 0 ? deferExpression(text, problem) : undefined;
    if (problem?.position === undefined || deferred === undefined) {
      diagnostics.add(compiled.findings);
      return { ...compiled, findings: diagnostics.sorted() };
    }
    const { line, column } = problem.position;
    diagnostics.warn('COMPILE', `${problem.message}. Evaluating it throws`, placeOf(file, line, column));
    text = deferred;
  }
}

/** Invalid regular expressions of one file; more are no accident. */
const mostDeferred = 20;

async function compileText(file: SourceFile, text: string, options: ScriptOptions): Promise<CompiledScript> {
  if (!options.minify && extensionOf(file.path) !== '.ts') {
    const analysis = analyseScript(text, { tokens: options.sourceMap });
    if (analysis.ok && !analysis.importsDynamically) {
      const map = options.sourceMap ? identityMap(file, analysis.tokens) : undefined;
      const place = (offset: number): Place => placeAt(file, offset);
      return finish(text, map, analysis, place);
    }
  }
  return convertScript(file, text, options);
}

/** TypeScript, ES modules, syntax newer than the engine's, and everything when minified. */
async function convertScript(file: SourceFile, text: string, options: ScriptOptions): Promise<CompiledScript> {
  const loader: Loader = extensionOf(file.path) === '.ts' ? 'ts' : 'js';
  let converted: { code: string; map: string };
  try {
    converted = await transform(text, {
      loader,
      format: 'cjs',
      target: 'es2022',
      supported: { 'dynamic-import': false },
      sourcemap: 'external',
      sourcefile: file.place,
      minify: options.minify,
      logLevel: 'silent',
      // The author's compiler options are for the author's editor; modules keep what they import.
      tsconfigRaw: '{}',
    });
  } catch (error) {
    return failed(file, messagesOf(error));
  }
  const analysis = analyseScript(converted.code, { tokens: false });
  const trace = new TraceMap(converted.map);
  const original = (line: number, column: number): Place => {
    const found = originalPositionFor(trace, { line, column: column - 1 });
    return placeOf(file, found.line ?? 1, (found.column ?? 0) + 1);
  };
  if (!analysis.ok) {
    const diagnostics = createDiagnostics();
    diagnostics.problem('COMPILE', analysis.message, original(analysis.line, analysis.column));
    return { code: '', map: undefined, requires: [], findings: diagnostics.sorted() };
  }
  const place = (offset: number): Place => {
    const { position } = placeAt({ place: '', text: converted.code }, offset);
    return original(position.line, position.column);
  };
  const map = options.sourceMap ? converted.map : undefined;
  return finish(converted.code, map, analysis, place);
}

function finish(
  code: string,
  map: string | undefined,
  { requires, dynamic, members }: Extract<Analysis, { ok: true }>,
  place: (offset: number) => Place,
): CompiledScript {
  const diagnostics = createDiagnostics();
  for (const offset of dynamic) {
    diagnostics.warn(
      'MODULE',
      'require of a name that is only known at run time finds nothing but files that are also required literally',
      place(offset),
    );
  }
  for (const [name, offset] of members) {
    if (wxMembers[name]?.by !== 'none') continue;
    diagnostics.warn(
      'UNSUPPORTED_API',
      `${name} is not supported yet: wx.canIUse('${name}') says false.`,
      place(offset),
    );
  }
  return {
    code,
    map,
    requires: requires.map(({ specifier, offset, later }) => ({ specifier, later, place: place(offset) })),
    findings: diagnostics.sorted(),
  };
}

function failed(file: SourceFile, messages: readonly Message[]): CompiledScript {
  const diagnostics = createDiagnostics();
  for (const { text, location } of messages) {
    // esbuild counts columns in bytes of UTF-8.
    const before = Buffer.from(location?.lineText ?? '').subarray(0, location?.column ?? 0);
    diagnostics.problem('COMPILE', text, placeOf(file, location?.line ?? 1, before.toString().length + 1));
  }
  return { code: '', map: undefined, requires: [], findings: diagnostics.sorted() };
}

function messagesOf(error: unknown): readonly Message[] {
  if (typeof error === 'object' && error !== null && 'errors' in error && Array.isArray(error.errors)) {
    return error.errors;
  }
  throw error;
}
