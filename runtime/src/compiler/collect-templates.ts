import type { ComponentUnit } from './config/components.ts';
import type { Diagnostics } from './diagnostics.ts';
import type { ProjectFiles, SourceFile } from './project/project-files.ts';
import { type CompiledWxs, compileWxs } from './scripts/compile-wxs.ts';
import { type CompiledTemplate, compileTemplate } from './template/index.ts';

/** One compiled WXML file with its inline WXS modules. */
export interface CollectedTemplate {
  readonly compiled: CompiledTemplate;
  readonly inline: readonly CompiledWxs[];
}

/** Compiles WXML files and what they import, each again only when it or a file it includes changes. */
export interface TemplateCollector {
  /**
   * Templates of the given pages and components and all they import, in order of file. `selected` are the `data-*`
   * attributes that style sheets select by.
   */
  collect(
    units: Iterable<ComponentUnit>,
    selected: ReadonlySet<string>,
    files: ProjectFiles,
    diagnostics: Diagnostics,
  ): CollectedTemplate[];
  sweep(): void;
}

interface Entry {
  readonly hash: string;
  /** Hash of every file it asked for; `undefined` for one that was not there. */
  readonly inputs: ReadonlyMap<string, string | undefined>;
  readonly value: CollectedTemplate;
}

export function createTemplateCollector(sourceMap: boolean): TemplateCollector {
  const entries = new Map<string, Entry>();
  const asked = new Set<string>();

  const compile = (
    file: SourceFile,
    tags: ReadonlySet<string>,
    selected: ReadonlySet<string>,
    files: ProjectFiles,
  ): CollectedTemplate => {
    // The same file means something else under other component names, or when sheets look at its data.
    const key = [file.path, ...[...tags].sort(), '', ...[...selected].sort()].join('\n');
    asked.add(key);
    const known = entries.get(key);
    if (known?.hash === file.hash && isCurrent(known, files)) return known.value;
    const compiled = compileTemplate({
      file: file.path,
      text: file.text,
      isComponent: (tag) => tags.has(tag),
      isSelected: (attribute) => selected.has(attribute),
      readFile: (path) => files.get(path)?.text,
    });
    const inline = compiled.inlineWxs.map(({ path, code, file: holder, line, column }) => {
      const source = files.get(holder) ?? file;
      return compileWxs({ name: path, code, file: source, start: { line, column } }, sourceMap);
    });
    const inputs = new Map(compiled.inputs.map((path) => [path, files.get(path)?.hash]));
    const value = { compiled, inline };
    entries.set(key, { hash: file.hash, inputs, value });
    return value;
  };

  return {
    collect(units, selected, files, diagnostics) {
      const templates = new Map<string, CollectedTemplate>();
      const tagsOf = new Map<string, Set<string>>();
      const pending: string[] = [];
      // An imported file is compiled with the component names of all its importers together, so it is visited
      // again whenever it gets to know one more; sets only grow, so this ends, in circles too.
      const visit = (path: string, tags: Iterable<string>): void => {
        const known = tagsOf.get(path);
        const all = new Set([...(known ?? []), ...tags]);
        if (known !== undefined && known.size === all.size) return;
        tagsOf.set(path, all);
        pending.push(path);
      };
      for (const unit of units) visit(`${unit.path}.wxml`, [...unit.usingComponents.keys(), ...unit.generics]);
      for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
        const file = files.get(path);
        const tags = tagsOf.get(path);
        if (file === undefined || tags === undefined) continue;
        const template = compile(file, tags, selected, files);
        templates.set(path, template);
        for (const imported of template.compiled.imports) visit(imported, tags);
      }
      for (const { compiled } of templates.values()) report(compiled, files, diagnostics);
      return [...templates.values()].sort((a, b) => (a.compiled.file < b.compiled.file ? -1 : 1));
    },
    sweep() {
      for (const key of entries.keys()) if (!asked.has(key)) entries.delete(key);
      asked.clear();
    },
  };
}

function isCurrent(entry: Entry, files: ProjectFiles): boolean {
  return [...entry.inputs].every(([path, hash]) => files.get(path)?.hash === hash);
}

/** The template compiler names files by package path; people look for them from the project folder. */
function report({ problems, warnings }: CompiledTemplate, files: ProjectFiles, diagnostics: Diagnostics): void {
  for (const { code, message, position, sourceLine } of problems) {
    diagnostics.problem(code, message, position && { position: placed(position, files), sourceLine });
  }
  for (const { code, message, position, sourceLine } of warnings) {
    diagnostics.warn(code, message, { position: placed(position, files), sourceLine });
  }
}

function placed<Where extends { readonly file: string }>(position: Where, files: ProjectFiles): Where {
  return { ...position, file: files.placeOf(position.file) };
}
