/** What a program did, step by step: the start, then each action. */
export interface Trace {
  readonly steps: readonly Step[];
  /** Errors of program code and of the framework. */
  readonly errors: readonly string[];
  /** The last steps are left out, by the rules `own-update` and `attached-in-the-tree`. */
  readonly cut: boolean;
}

export interface Step {
  /** The composed tree afterwards. */
  readonly tree: string;
  /** What program code was called and saw, in order. */
  readonly lines: readonly string[];
}

/** A node of a composed tree as both frameworks can tell it; a text is a string. */
export type DrawnNode =
  | string
  | {
      readonly tag: string;
      readonly attributes: Readonly<Record<string, unknown>>;
      readonly children: readonly DrawnNode[];
    };

/** A tree as text, for comparing and for reading. */
export function drawTree(nodes: readonly DrawnNode[]): string {
  return nodes.map(drawNode).join('');
}

function drawNode(node: DrawnNode): string {
  if (typeof node === 'string') return node;
  const attributes = Object.entries(node.attributes)
    .map(([name, value]) => [name, name === 'class' ? classesOf(value) : value] as const)
    .filter(([, value]) => value !== undefined && value !== null && value !== '')
    .map(([name, value]) => ` ${name}=${JSON.stringify(typeof value === 'object' ? value : String(value))}`)
    .sort();
  return `<${node.tag}${attributes.join('')}>${drawTree(node.children)}</${node.tag}>`;
}

/** Rule `class-is-a-list`. */
function classesOf(value: unknown): string {
  return typeof value === 'string' ? value.split(/\s+/).filter(Boolean).join(' ') : '';
}
