import type { InlineWxs } from '../compiled-template.ts';
import type { FileAccess } from '../resolve-file.ts';
import type { Diagnostics } from '../wxml/diagnostics.ts';
import { attributeOf, type WxmlElement, type WxmlNode } from '../wxml/wxml-node.ts';
import { collectDeclarations } from './structure.ts';

/** What a file declares: imports, WXS modules, templates. */
export class FileDeclarations {
  readonly imports = new Set<string>();
  /** Module name → the name `defineWxs` knows it by. */
  readonly modules = new Map<string, string>();
  readonly wxsFiles = new Set<string>();
  readonly inlineWxs: InlineWxs[] = [];
  readonly templates = new Map<string, WxmlElement>();
  readonly #file: string;
  readonly #files: FileAccess;
  readonly #diagnostics: Diagnostics;

  constructor(file: string, files: FileAccess, diagnostics: Diagnostics) {
    this.#file = file;
    this.#files = files;
    this.#diagnostics = diagnostics;
  }

  add(nodes: readonly WxmlNode[]): void {
    const { imports, scripts, templates } = collectDeclarations(nodes);
    for (const element of imports) this.#addImport(element);
    for (const element of scripts) this.#addScript(element);
    for (const element of templates) {
      const name = attributeOf(element, 'name')?.value ?? '';
      if (this.templates.has(name)) {
        this.#diagnostics.warn(
          'WXML',
          element,
          `There are two templates "${name}" in this file; the first one counts.`,
        );
      } else {
        this.templates.set(name, element);
      }
    }
  }

  /** An included file brings its imports, but neither its templates nor its WXS modules. */
  addImportsOf(nodes: readonly WxmlNode[]): void {
    for (const element of collectDeclarations(nodes).imports) this.#addImport(element);
  }

  #addImport(element: WxmlElement): void {
    const src = attributeOf(element, 'src')?.value ?? '';
    const path = this.#files.find(element.source.file, src, '.wxml');
    if (path === undefined) {
      this.#diagnostics.warn('MISSING_FILE', element, `There is no file "${src}" to import; left out.`);
    } else if (path !== this.#file) {
      // A later import wins over an earlier one, so a repeated one moves to the end.
      this.imports.delete(path);
      this.imports.add(path);
    }
  }

  #addScript(element: WxmlElement): void {
    const module = attributeOf(element, 'module')?.value ?? '';
    if (module === '' || this.modules.has(module)) {
      const what = module === '' ? 'This <wxs> has no "module"' : `There are two WXS modules "${module}"`;
      this.#diagnostics.warn('WXML', element, `${what}; left out.`);
      return;
    }
    const src = attributeOf(element, 'src')?.value;
    if (src !== undefined) {
      const path = this.#files.find(element.source.file, src, '.wxs');
      if (path === undefined) {
        this.#diagnostics.warn('MISSING_FILE', element, `There is no file "${src}" for the WXS module "${module}".`);
        return;
      }
      this.wxsFiles.add(path);
      this.modules.set(module, path);
    } else {
      const { file } = element.source;
      const { text: code, start } = element.code ?? { text: '', start: element.start };
      const { line, column } = element.source.position(start);
      const path = `${file}#${module}.wxs`;
      this.inlineWxs.push({ path, module, code, file, line, column });
      this.modules.set(module, path);
    }
  }
}
