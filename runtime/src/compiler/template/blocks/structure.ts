import { attributeOf, type WxmlElement, type WxmlNode } from '../wxml/wxml-node.ts';

/** Tags that shape the template instead of drawing something. */
export const structuralTags: ReadonlySet<string> = new Set(['block', 'import', 'include', 'slot', 'template', 'wxs']);

/** True for what declares something for the whole file and leaves nothing where it stands. */
export function isDeclaration(element: WxmlElement): boolean {
  const tag = element.tag.toLowerCase();
  return tag === 'import' || tag === 'wxs' || (tag === 'template' && attributeOf(element, 'name') !== undefined);
}

export interface Declarations {
  readonly imports: WxmlElement[];
  readonly scripts: WxmlElement[];
  readonly templates: WxmlElement[];
}

/** Everything declared in a file, wherever it stands. */
export function collectDeclarations(nodes: readonly WxmlNode[]): Declarations {
  const found: Declarations = { imports: [], scripts: [], templates: [] };
  collect(nodes, found);
  return found;
}

function collect(nodes: readonly WxmlNode[], found: Declarations): void {
  for (const node of nodes) {
    if (node.kind === 'text') continue;
    const tag = node.tag.toLowerCase();
    if (tag === 'import') found.imports.push(node);
    else if (tag === 'wxs') found.scripts.push(node);
    else if (isDeclaration(node)) found.templates.push(node);
    collect(node.children, found);
  }
}
