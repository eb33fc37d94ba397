import type { CompiledTemplate, TemplateSource } from './compiled-template.ts';

/** Compiles one WXML file. Never throws for what the author wrote: see `problems`. */
export function compileTemplate(source: TemplateSource): CompiledTemplate {
  return {
    file: source.file,
    unit: () => '',
    skeletons: [],
    imports: [],
    wxsFiles: [],
    inlineWxs: [],
    tags: [],
    inputs: [],
    problems: [],
    warnings: [],
  };
}
