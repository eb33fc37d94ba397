import { BlockDraft } from './blocks/block-draft.ts';
import { type LoweredFile, lowerFile } from './blocks/lower-file.ts';
import type { CompiledTemplate, TemplateSource } from './compiled-template.ts';
import { printUnit } from './generate/print-unit.ts';
import { Diagnostics } from './wxml/diagnostics.ts';

/** Compiles one WXML file. Never throws for what the author wrote: see `problems`. */
export function compileTemplate(source: TemplateSource): CompiledTemplate {
  const diagnostics = new Diagnostics();
  const lowered = lowerFile(source, diagnostics);
  const { unit, skeletons } = diagnostics.problems.length === 0 ? lowered : emptyUnit(source.file);
  const { imports, wxsFiles, inlineWxs, tags, inputs } = lowered;
  return {
    file: source.file,
    unit: printUnit(unit),
    skeletons,
    imports,
    wxsFiles,
    inlineWxs,
    tags,
    inputs,
    problems: diagnostics.problems,
    warnings: diagnostics.warnings,
  };
}

function emptyUnit(file: string): Pick<LoweredFile, 'unit' | 'skeletons'> {
  return {
    unit: { file, blocks: [new BlockDraft()], templates: new Map(), imports: [], modules: new Map() },
    skeletons: [{ source: file, holes: 0, roots: [] }],
  };
}
