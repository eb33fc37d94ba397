import type { Skeleton, SkeletonNode } from '../../../protocol/index.ts';
import type { InlineWxs, TagUse, TemplateSource } from '../compiled-template.ts';
import { Scope } from '../expression/scope.ts';
import type { UnitDraft } from '../generate/print-unit.ts';
import { FileAccess } from '../resolve-file.ts';
import type { Diagnostics } from '../wxml/diagnostics.ts';
import { parseWxml } from '../wxml/parse-wxml.ts';
import { Source } from '../wxml/source.ts';
import { attributeOf, type WxmlElement, type WxmlNode } from '../wxml/wxml-node.ts';
import { BlockDraft } from './block-draft.ts';
import { FileDeclarations } from './declarations.ts';
import { lowerSiblings } from './lower-siblings.ts';
import type { Lowering, Nested, Spot } from './lowering.ts';
import { TagTable } from './tag-table.ts';

/** Everything one WXML file becomes. */
export interface LoweredFile {
  readonly unit: UnitDraft;
  readonly skeletons: readonly Skeleton[];
  readonly imports: readonly string[];
  readonly wxsFiles: readonly string[];
  readonly inlineWxs: readonly InlineWxs[];
  readonly tags: readonly TagUse[];
  readonly inputs: readonly string[];
}

// The numbers of a skeleton's holes end here, and a page this size draws nothing in useful time.
const mostNodes = 30_000;
// What a block reads is listed in every block around it. Real pages stay below 5,000.
const mostReads = 200_000;

/** A handler that may be a function of a WXS module. */
const wxsHandler = /\s(?:change:[\w-]+|(?:capture-|mut-)*(?:bind|catch):?\w+)\s*=\s*["']\{\{/;

/** Parses a file and lowers its content and its templates to blocks. */
export function lowerFile(template: TemplateSource, diagnostics: Diagnostics): LoweredFile {
  return new FileLowering(template, diagnostics).lower();
}

class FileLowering implements Lowering {
  readonly diagnostics: Diagnostics;
  readonly #template: TemplateSource;
  readonly #source: Source;
  readonly #files: FileAccess;
  readonly #tags: TagTable;
  readonly #blocks: BlockDraft[] = [];
  readonly #skeletons: Skeleton[] = [];
  readonly #parsed = new Map<string, readonly WxmlNode[]>();
  readonly #declarations: FileDeclarations;
  #nodes = 0;
  #reads = 0;
  #isTooLarge = false;
  readonly selectsElements: boolean;

  constructor(template: TemplateSource, diagnostics: Diagnostics) {
    this.#template = template;
    this.#source = new Source(template.file, template.text);
    this.selectsElements = wxsHandler.test(template.text);
    this.diagnostics = diagnostics;
    this.#files = new FileAccess((path) => template.readFile(path));
    this.#tags = new TagTable((tag) => template.isComponent(tag), diagnostics);
    this.#declarations = new FileDeclarations(template.file, this.#files, diagnostics);
  }

  lower(): LoweredFile {
    const { file } = this.#template;
    const nodes = this.#parse(this.#source);
    this.#declarations.add(nodes);
    const { imports, modules, templates, wxsFiles, inlineWxs } = this.#declarations;
    const scope = new Scope(new Set(modules.keys()));
    const top = { content: undefined, inText: false, depth: 0, files: [file] };
    this.#block(scope, top, (spot) => this.siblings(nodes, spot));
    const numbers = new Map<string, number>();
    for (const [name, element] of templates) {
      numbers.set(name, this.#block(scope, top, (spot) => this.siblings(element.children, spot)).block);
    }
    return {
      unit: { file, blocks: this.#blocks, templates: numbers, imports: [...imports], modules },
      skeletons: this.#skeletons,
      imports: [...imports],
      wxsFiles: [...wxsFiles],
      inlineWxs,
      tags: this.#tags.uses,
      inputs: this.#files.asked,
    };
  }

  siblings(nodes: readonly WxmlNode[], spot: Spot): SkeletonNode[] {
    this.#nodes += nodes.length;
    if (this.#nodes <= mostNodes) return lowerSiblings(nodes, spot, this);
    this.#tooLarge(`with everything it includes it has more than ${mostNodes} nodes`);
    return [];
  }

  #tooLarge(why: string): void {
    if (this.#isTooLarge) return;
    this.#isTooLarge = true;
    const message = `The template is too large: ${why}. Split it into components, or draw lists with wx:for.`;
    this.diagnostics.problem({ source: this.#source, start: 0 }, message);
  }

  nested(from: Spot, scope: Scope, fill: (spot: Spot) => SkeletonNode[], content?: 'content'): Nested {
    const nested = this.#block(scope, from, fill);
    const skeleton = this.#skeletons[nested.block];
    if (content && skeleton) this.#skeletons[nested.block] = { ...skeleton, content: true };
    return nested;
  }

  isBuiltIn(tag: string): boolean {
    return this.#tags.isBuiltIn(tag);
  }

  isSelected(attribute: string): boolean {
    return this.#template.isSelected?.(attribute) ?? false;
  }

  noteTag(element: WxmlElement): void {
    this.#tags.note(element);
  }

  include(element: WxmlElement, spot: Spot): SkeletonNode[] {
    const src = attributeOf(element, 'src')?.value ?? '';
    const path = this.#files.find(element.source.file, src, '.wxml');
    if (path === undefined) {
      this.diagnostics.warn('MISSING_FILE', element, `There is no file "${src}" to include; left out.`);
      return [];
    }
    if (spot.files.includes(path)) {
      this.diagnostics.warn('WXML', element, `"${path}" includes itself by way of ${spot.files.join(', ')}; left out.`);
      return [];
    }
    return this.siblings(this.#nodesOf(path), { ...spot, files: [...spot.files, path] });
  }

  #nodesOf(path: string): readonly WxmlNode[] {
    const known = this.#parsed.get(path);
    if (known !== undefined) return known;
    const nodes = this.#parse(new Source(path, this.#files.read(path) ?? ''));
    this.#declarations.addImportsOf(nodes);
    this.#parsed.set(path, nodes);
    return nodes;
  }

  #parse(source: Source): readonly WxmlNode[] {
    return parseWxml(source, (tag) => this.#tags.isKnown(tag), this.diagnostics);
  }

  #block(scope: Scope, around: Omit<Spot, 'draft' | 'scope' | 'parent'>, fill: (spot: Spot) => SkeletonNode[]): Nested {
    const draft = new BlockDraft();
    // The number is taken first: blocks stand in the order of their places in the file.
    const block = this.#blocks.push(draft) - 1;
    const source = this.#template.file;
    this.#skeletons.push({ source, holes: 0, roots: [] });
    const roots = fill({ ...around, draft, scope, parent: -1 });
    this.#skeletons[block] = { source, holes: draft.holes.length, roots };
    const reads = draft.reads();
    this.#reads += reads.length;
    if (this.#reads <= mostReads) return { block, reads };
    this.#tooLarge(`its nested blocks read more than ${mostReads} places in all`);
    return { block, reads: [] };
  }
}
