import type { Json, Skeleton, SkeletonNode } from '../protocol/index.ts';
import { nodesOf, type ViewBlock } from '../view/index.ts';
import { attributeWriter, type WriterScope } from './attribute-writers.ts';
import type { BuiltIn } from './components/component.ts';
import { isElement } from './dom-nodes.ts';
import { planSlots, type Step } from './template-slots.ts';
import { planText } from './text-sites.ts';

/** One place a hole is written to: the node itself, or an attribute its live part hears of. */
export type Site = { readonly slot: number } & SiteAction;
type SiteAction = { write(node: Node, block: ViewBlock): void } | { readonly live: string };

/** An element whose component has a live part. */
export interface LiveSlot {
  readonly slot: number;
  readonly node: number;
  readonly builtIn: BuiltIn;
  /** Attributes without a hole. */
  readonly fixed: readonly (readonly [name: string, value: Json])[];
}

/** What one (skeleton, style scope) pair is drawn from: built once, cloned for each block. */
export interface Template {
  /** A single root, or a fragment of several. */
  readonly prototype: Node;
  readonly steps: readonly Step[];
  /** Slot by node number, for roots, anchors, components and nodes with holes or a live part. */
  readonly slots: ReadonlyMap<number, number>;
  /** By hole. */
  readonly sites: readonly (readonly Site[])[];
  readonly live: readonly LiveSlot[];
  /** Slots of the first and last root. */
  readonly first: number;
  readonly last: number;
  /** Slots of roots that are elements: events find their block by these. */
  readonly owners: readonly number[];
}

/** Built-in tag → component; undefined draws a neutral element. */
export type BuiltIns = (tag: string) => BuiltIn | undefined;

interface Draft {
  readonly sites: { readonly at: Node; readonly hole: number; readonly action: SiteAction }[];
  readonly live: { readonly at: Node; readonly node: number; readonly builtIn: BuiltIn; fixed: [string, Json][] }[];
}

/** Builds the template of `skeleton` with elements of `document`. */
export function buildTemplate(
  document: Document,
  skeleton: Skeleton,
  builtIns: BuiltIns,
  scope: WriterScope,
): Template {
  const numbered = nodesOf(skeleton);
  const fragment = document.createDocumentFragment();
  const made: Node[] = [];
  const draft: Draft = { sites: [], live: [] };
  const mark = scope.classNames.mark(scope.scope);

  const make = (numbers: readonly number[], parent: Node, within: SkeletonNode | undefined): void => {
    for (const node of numbers) {
      const is = numbered.nodes[node];
      if (!is) continue;
      if (is.kind === 'anchor') {
        // A comment, not an empty text: it never takes part in layout.
        made[node] = parent.appendChild(document.createComment(''));
      } else if (is.kind === 'text') {
        const text = document.createTextNode('');
        made[node] = parent.appendChild(text);
        const plan = planText(is, within);
        plan.write(text, []);
        const write = (at: Node, block: ViewBlock) => plan.write(at, block.values);
        for (const hole of plan.holes) draft.sites.push({ at: text, hole, action: { write } });
      } else {
        const builtIn = is.kind === 'element' ? builtIns(is.tag) : undefined;
        const element = document.createElement(`wx-${is.tag}`);
        builtIn?.build?.(element);
        made[node] = parent.appendChild(element);
        if (mark !== undefined) element.setAttribute(mark, '');
        describe(element, node, is, builtIn, scope, draft);
        make(numbered.children[node] ?? [], builtIn?.content?.(element) ?? element, is);
      }
    }
  };
  make(numbered.roots, fragment, undefined);
  // A block without roots still needs a place to stand.
  if (!fragment.firstChild) fragment.append(document.createComment(''));

  const roots = [...fragment.childNodes];
  const places = made.filter((_, node) => {
    const kind = numbered.nodes[node]?.kind;
    return kind === 'anchor' || kind === 'component';
  });
  const wanted = [...roots, ...places, ...draft.sites.map(({ at }) => at), ...draft.live.map(({ at }) => at)];
  const { steps, slotOf } = planSlots(fragment, wanted, roots.length === 1);
  const slot = (node: Node | undefined): number => {
    const own = node && slotOf.get(node);
    if (own === undefined) throw new Error('a template node has no slot');
    return own;
  };

  const sites: Site[][] = Array.from({ length: skeleton.holes }, () => []);
  for (const { at, hole, action } of draft.sites) sites[hole]?.push({ slot: slot(at), ...action });
  const [only] = roots;
  return {
    steps,
    sites,
    slots: new Map(made.flatMap((node, number) => (slotOf.has(node) ? [[number, slot(node)]] : []))),
    live: draft.live.map(({ at, ...rest }) => ({ slot: slot(at), ...rest })),
    first: slot(only),
    last: slot(roots.at(-1)),
    owners: roots.filter((root) => isElement(root)).map((root) => slot(root)),
    prototype: only && roots.length === 1 ? fragment.removeChild(only) : fragment,
  };
}

/** Writes the fixed attributes of one element and notes what its holes write. */
function describe(
  element: HTMLElement,
  node: number,
  is: Extract<SkeletonNode, { kind: 'element' | 'component' }>,
  builtIn: BuiltIn | undefined,
  scope: WriterScope,
  draft: Draft,
): void {
  const fixed: [string, Json][] = [];
  const heard = (name: string) => builtIn?.attributes?.includes(name) ?? false;
  let used = (is.events?.length ?? 0) > 0;
  for (const [name, value] of Object.entries(is.attributes ?? {})) {
    if (is.holes && Object.hasOwn(is.holes, name)) continue;
    attributeWriter(name, builtIn, scope)?.(element, value);
    if (heard(name)) fixed.push([name, value]);
  }
  for (const [name, hole] of Object.entries(is.holes ?? {})) {
    const writer = attributeWriter(name, builtIn, scope);
    const write = (at: Node, block: ViewBlock) => {
      if (isElement(at)) writer?.(at, block.values[hole] ?? null);
    };
    if (writer) draft.sites.push({ at: element, hole, action: { write } });
    if (!heard(name)) continue;
    draft.sites.push({ at: element, hole, action: { live: name } });
    used = true;
  }
  used ||= fixed.length > 0;
  if (builtIn?.create && (used || !builtIn.whenUsed)) draft.live.push({ at: element, node, builtIn, fixed });
}
