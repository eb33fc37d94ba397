import type { Json } from '../protocol/index.ts';
import type { TreePainter, ViewBlock } from '../view/index.ts';
import type { ComponentInstance } from './components/component.ts';
import type { LiveSlot, Template } from './template.ts';
import { resolveSlots } from './template-slots.ts';

/** A block as it is drawn. */
export interface DrawnBlock {
  readonly block: ViewBlock;
  /** Another one, of the same shape, once the block's style scope has changed. */
  template: Template;
  /** Nodes by slot. */
  readonly nodes: Node[];
  /** Live parts by slot; absent when the block has none. */
  readonly instances: ReadonlyMap<number, ComponentInstance> | undefined;
}

export interface BlockPainterParts {
  /** The element blocks of the page itself go into. */
  readonly page: HTMLElement;
  /** The element such a block goes into: the page, or in it the host of a component that nobody wrote a tag for. */
  rootOf(block: ViewBlock): HTMLElement;
  /** Template of a block's skeleton in its style scope. */
  templateOf(block: ViewBlock): Template;
  createInstance(block: ViewBlock, slot: LiveSlot, element: Node): ComponentInstance | undefined;
  /** `block` was mounted directly into the component element `host`. */
  mountedInto(host: Node, block: ViewBlock, parent: ViewBlock): void;
  /** The component that `block` is the root of has no host element. */
  isVirtual(block: ViewBlock): boolean;
  scope: TreePainter['scope'];
  decorate: TreePainter['decorate'];
  /** `block` is drawn with the template of another scope now; its classes are still the old ones. */
  rescoped(block: ViewBlock): void;
}

/** Draws blocks: clones templates, writes holes, keeps the order the tree says. */
export interface BlockPainter extends TreePainter {
  drawn(id: number): DrawnBlock | undefined;
  /** The block whose root `element` is. */
  ownerOf(element: Node): DrawnBlock | undefined;
  /** Disposes every live part. The nodes stay where they are. */
  dispose(): void;
}

export function createBlockPainter(parts: BlockPainterParts): BlockPainter {
  const blocks = new Map<number, DrawnBlock>();
  const owners = new WeakMap<Node, DrawnBlock>();
  let arriving: { readonly drawn: DrawnBlock; readonly instance: ComponentInstance }[] = [];
  /** Blocks that go to one place of the document one after the other travel in one fragment. */
  let run: { readonly fragment: DocumentFragment; readonly parent: Node; readonly before: Node | null } | undefined;

  const land = (): void => {
    run?.parent.insertBefore(run.fragment, run.before);
    run = undefined;
  };

  const insert = (node: Node, parent: Node, before: Node | null): void => {
    if (run?.parent === parent && run.before === before) {
      run.fragment.append(node);
    } else if (!parent.isConnected) {
      // Inside a block that has not landed yet.
      parent.insertBefore(node, before);
    } else {
      land();
      const fragment = parts.page.ownerDocument.createDocumentFragment();
      fragment.append(node);
      run = { fragment, parent, before };
    }
  };

  const known = (block: ViewBlock): DrawnBlock => {
    const drawn = blocks.get(block.id);
    if (!drawn) throw new Error(`block ${block.id} is not drawn`);
    return drawn;
  };

  const nodeAt = (drawn: DrawnBlock, slot: number | undefined): Node => {
    const node = slot === undefined ? undefined : drawn.nodes[slot];
    if (!node) throw new Error(`block ${drawn.block.id} has no node for slot ${slot}`);
    return node;
  };

  /** First node of a block in the document: its own, or that of a block in the anchor it starts with. */
  const firstOf = (block: ViewBlock): Node => {
    let at = block;
    while (startsWithPlace(at)) {
      const inner = at.children?.get(0)?.first;
      if (!inner) break;
      at = inner;
    }
    const drawn = known(at);
    return nodeAt(drawn, drawn.template.first);
  };
  /** Its first root is an anchor, or a component that draws no element. */
  const startsWithPlace = (block: ViewBlock): boolean => {
    const kind = block.skeleton.roots[0]?.kind;
    if (kind !== 'component') return kind === 'anchor';
    const { nodes, template } = known(block);
    return isComment(nodes[template.first]);
  };
  // An anchor's comment stands behind its blocks, so the last root is always the block's own.
  const lastOf = (drawn: DrawnBlock): Node => nodeAt(drawn, drawn.template.last);

  /** Where a block of that place goes: before its next sibling, else at the place's end. */
  const placeOf = (block: ViewBlock): { parent: Node; before: Node | null } => {
    const next = block.next && firstOf(block.next);
    if (!block.parent) {
      // A host goes behind all that is there, and pages before it: both have to be there for that.
      land();
      const parent = parts.rootOf(block);
      const behind = next && next.parentNode !== parent ? next.parentNode : (next ?? null);
      return { parent, before: behind?.parentNode === parent ? behind : null };
    }
    if (next?.parentNode) return { parent: next.parentNode, before: next };
    const drawn = known(block.parent);
    const slot = drawn.template.slots.get(block.node);
    const place = nodeAt(drawn, slot);
    if (isComment(place)) return { parent: place.parentNode ?? parts.page, before: place };
    if (slot === undefined || !parts.isVirtual(block)) return { parent: place, before: null };
    // Only now is it known that this host is not to be drawn: a place like an anchor's stands for it from here on.
    if (run?.before === place) land();
    const comment = parts.page.ownerDocument.createComment('');
    drawn.nodes[slot] = comment;
    place.parentNode?.replaceChild(comment, place);
    return { parent: comment.parentNode ?? parts.page, before: comment };
  };

  const write = (drawn: DrawnBlock, hole: number, value: Json): void => {
    for (const site of drawn.template.sites[hole] ?? []) {
      if ('live' in site) drawn.instances?.get(site.slot)?.update?.(site.live, value);
      else site.write(nodeAt(drawn, site.slot), drawn.block);
    }
  };

  const createInstances = (block: ViewBlock, template: Template, nodes: readonly Node[]) => {
    if (template.live.length === 0) return undefined;
    const instances = new Map<number, ComponentInstance>();
    for (const live of template.live) {
      const node = nodes[live.slot];
      const instance = node && parts.createInstance(block, live, node);
      if (!instance) continue;
      for (const [name, value] of live.fixed) instance.update?.(name, value);
      instances.set(live.slot, instance);
    }
    return instances;
  };

  const forget = (block: ViewBlock): void => {
    for (const instance of blocks.get(block.id)?.instances?.values() ?? []) instance.dispose?.();
    blocks.delete(block.id);
    for (const list of block.children?.values() ?? []) {
      for (let inner = list.first; inner; inner = inner.next) forget(inner);
    }
  };

  return {
    mount(block) {
      const template = parts.templateOf(block);
      const clone = template.prototype.cloneNode(true);
      const nodes = resolveSlots(template.steps, clone);
      const drawn = { block, template, nodes, instances: createInstances(block, template, nodes) };
      blocks.set(block.id, drawn);
      for (const slot of template.owners) owners.set(nodeAt(drawn, slot), drawn);
      for (const [hole, value] of block.values.entries()) write(drawn, hole, value);
      for (const instance of drawn.instances?.values() ?? []) {
        instance.ready?.();
        if (instance.attached) arriving.push({ drawn, instance });
      }
      const { parent, before } = placeOf(block);
      insert(clone, parent, before);
      if (block.parent && !before) parts.mountedInto(parent, block, block.parent);
    },

    patch(block, hole, value) {
      write(known(block), hole, value);
    },

    move(block) {
      land();
      const { parent, before } = placeOf(block);
      const end = lastOf(known(block));
      let node: Node | null = firstOf(block);
      while (node) {
        const following: Node | null = node === end ? null : node.nextSibling;
        parent.insertBefore(node, before);
        node = following;
      }
    },

    unmount(block) {
      land();
      const end = lastOf(known(block));
      let node: Node | null = firstOf(block);
      while (node) {
        const following: Node | null = node === end ? null : node.nextSibling;
        node.parentNode?.removeChild(node);
        node = following;
      }
      forget(block);
    },

    scope: parts.scope,
    decorate: parts.decorate,

    rescope(block) {
      known(block).template = parts.templateOf(block);
      parts.rescoped(block);
    },

    flushed() {
      land();
      const landed = arriving;
      arriving = [];
      for (const { drawn, instance } of landed) {
        if (blocks.get(drawn.block.id) === drawn) instance.attached?.();
      }
    },

    drawn: (id) => blocks.get(id),
    ownerOf: (element) => owners.get(element),

    dispose() {
      for (const { instances } of blocks.values()) {
        for (const instance of instances?.values() ?? []) instance.dispose?.();
      }
      blocks.clear();
      arriving = [];
      run = undefined;
    },
  };
}

function isComment(node: Node | undefined): boolean {
  return node !== undefined && node.nodeType === node.COMMENT_NODE;
}
