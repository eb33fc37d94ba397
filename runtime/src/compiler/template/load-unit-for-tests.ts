import type { TemplateUnit } from '../../protocol/index.ts';
import { type CompiledTemplate, compileTemplate } from './index.ts';

/** A compiled template with its unit evaluated the way the guest does it. Tests only. */
export interface LoadedTemplate extends CompiledTemplate {
  readonly loaded: TemplateUnit;
}

interface Surroundings {
  readonly components?: readonly string[];
  /** `data-*` attributes that a style sheet selects by. */
  readonly selected?: readonly string[];
  readonly files?: Readonly<Record<string, string>>;
}

/** Compiles `text` as `pages/a/a.wxml` and evaluates the generated code. */
export function loadTemplate(
  text: string,
  { components = [], selected = [], files = {} }: Surroundings = {},
): LoadedTemplate {
  const compiled = compileTemplate({
    file: 'pages/a/a.wxml',
    text,
    isComponent: (tag) => components.includes(tag),
    isSelected: (attribute) => selected.includes(attribute),
    readFile: (path) => (Object.hasOwn(files, path) ? files[path] : undefined),
  });
  return { ...compiled, loaded: evaluateUnit(compiled.unit(0)) };
}

/** Runs a unit's source text as a sloppy script would. */
export function evaluateUnit(source: string): TemplateUnit {
  const units: TemplateUnit[] = [];
  new Function('defineTemplate', source)((unit: TemplateUnit) => units.push(unit));
  const [unit] = units;
  if (unit === undefined) throw new Error('the source defines no template');
  return unit;
}
