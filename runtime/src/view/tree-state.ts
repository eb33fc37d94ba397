import {
  blockId,
  DECORATE,
  type Json,
  MOUNT,
  MOVE,
  PATCH,
  RESCOPE,
  SCOPE,
  type ScopeTraits,
  TerrariumError,
  UNMOUNT,
} from '../protocol/index.ts';
import { Block, eachInside, link, SiblingList, unlink } from './block.ts';
import type { ReadOperation } from './operation-reader.ts';
import { nodesOf } from './skeleton-nodes.ts';
import type { PageTreeOptions, TreeLimits, TreePainter } from './types.ts';

type Mount = Extract<ReadOperation, { op: typeof MOUNT }>;
type Declaration = Omit<Extract<ReadOperation, { op: typeof SCOPE }>, 'op' | 'scope'>;

/** Classes given from outside come in as many scopes as there are combinations of them; real pages have dozens. */
const mostScopes = 4_000;

/** The tree's state, and the one way to change it. */
export interface TreeState {
  readonly blocks: ReadonlyMap<number, Block>;
  readonly scopes: ReadonlyMap<number, Declaration>;
  /** Blocks mounted into the page itself. */
  readonly roots: SiblingList;
  readonly nodeCount: number;
  /**
   * Checks one operation against the tree, then changes the tree and tells the painters.
   *
   * @throws TerrariumError `OPERATION` or `LIMIT_NODES`; then nothing has changed.
   */
  apply(operation: ReadOperation): void;
}

/** An empty tree. */
export function createTreeState(
  skeletonOf: PageTreeOptions['skeleton'],
  limits: TreeLimits,
  painters: ReadonlySet<TreePainter>,
): TreeState {
  const blocks = new Map<number, Block>();
  const scopes = new Map<number, Declaration>();
  const roots = new SiblingList();
  let nodeCount = 0;

  const listOf = (block: Block): SiblingList => block.parent?.listAt(block.node) ?? roots;

  /** All blocks of one operation are checked before the first of them is made. */
  const mount = (op: Mount): void => {
    const skeleton = skeletonOf(op.skeleton);
    if (!skeleton) throw misfit(`the package has no skeleton ${op.skeleton}`);
    for (let at = 0; at < op.values.length; at += 1) {
      if (blocks.has(op.id + at)) throw misfit(`block ${op.id + at} is already mounted`);
      const given = op.values[at]?.length;
      if (given !== skeleton.holes) throw misfit(`skeleton ${op.skeleton} has ${skeleton.holes} holes, not ${given}`);
    }
    checkScope(op.scope);
    const parent = op.parent === 0 ? undefined : known(op.parent);
    const kind = parent ? parent.nodes.nodes[op.node]?.kind : 'anchor';
    if (kind !== 'anchor' && kind !== 'component') {
      throw misfit(
        `node ${op.node} of block ${op.parent} is ${kind ?? 'absent'}; blocks go into anchors and components`,
      );
    }
    if (!parent && op.node !== 0) throw misfit(`the page has node 0 only, not ${op.node}`);
    const before = op.before === 0 ? undefined : sibling(op.before, parent, op.node);
    const { nodes, depth } = nodesOf(skeleton);
    const count = nodes.length * op.values.length;
    if (nodeCount + count > limits.nodes) throw tooManyNodes(limits.nodes);
    if ((parent?.depth ?? 0) + depth > limits.depth)
      throw tooMuch(`the page would be more than ${limits.depth} levels deep`);
    nodeCount += count;
    const kindOfBlock = { index: op.skeleton, value: skeleton };
    const place = { parent, node: op.node };
    for (const [at, values] of op.values.entries()) {
      const block = new Block(blockId(op.id + at), kindOfBlock, op.scope, place, values);
      blocks.set(block.id, block);
      link(listOf(block), block, before);
      for (const painter of painters) painter.mount(block);
    }
  };

  const patch = (id: number, changes: readonly (readonly [number, Json])[]): void => {
    const block = known(id);
    for (const [hole] of changes) {
      if (hole >= block.values.length)
        throw misfit(`block ${id} has ${block.values.length} holes, there is no ${hole}`);
    }
    for (const [hole, value] of changes) {
      if (Object.is(block.values[hole], value) && typeof value !== 'object') continue;
      block.values[hole] = value;
      for (const painter of painters) painter.patch(block, hole, value);
    }
  };

  const move = (id: number, beforeId: number): void => {
    const block = known(id);
    if (beforeId === id) throw misfit(`block ${id} cannot be moved before itself`);
    const before = beforeId === 0 ? undefined : sibling(beforeId, block.parent, block.node);
    if (block.next === before) return;
    const list = listOf(block);
    unlink(list, block);
    link(list, block, before);
    for (const painter of painters) painter.move(block);
  };

  const unmount = (id: number): void => {
    const block = known(id);
    for (const painter of painters) painter.unmount(block);
    unlink(listOf(block), block);
    const forget = (gone: Block) => {
      blocks.delete(gone.id);
      nodeCount -= gone.nodes.nodes.length;
    };
    forget(block);
    eachInside(block, forget);
  };

  const declare = (scope: number, component: string, shared: boolean, traits: ScopeTraits): void => {
    if (scopes.has(scope)) throw misfit(`style scope ${scope} is already declared`);
    if (scopes.size >= mostScopes) throw tooMuch(`the page would have more than ${mostScopes} style scopes`);
    checkScope(traits.outer ?? 0);
    scopes.set(scope, { component, shared, traits });
    for (const painter of painters) painter.scope(scope, component, shared, traits);
  };

  const rescope = (id: number, scope: number): void => {
    const block = known(id);
    checkScope(scope);
    if (scopes.get(scope)?.component !== scopes.get(block.scope)?.component) {
      throw misfit(`style scope ${scope} belongs to another component than block ${id}`);
    }
    if (scope === block.scope) return;
    block.scope = scope;
    for (const painter of painters) painter.rescope(block);
  };

  const decorate = ({ id, node, added, removed, style }: Extract<ReadOperation, { op: typeof DECORATE }>): void => {
    const block = known(id);
    const kind = block.nodes.nodes[node]?.kind;
    if (kind !== 'element' && kind !== 'component') {
      throw misfit(`node ${node} of block ${id} is ${kind ?? 'absent'}; only elements and components have looks`);
    }
    block.decorations ??= new Map();
    block.decorations.set(node, { added, removed, style });
    for (const painter of painters) painter.decorate(block, node);
  };

  const checkScope = (scope: number): void => {
    if (scope !== 0 && !scopes.has(scope)) throw misfit(`style scope ${scope} was never declared`);
  };

  const known = (id: number): Block => {
    const block = blocks.get(id);
    if (!block) throw misfit(`there is no block ${id}`);
    return block;
  };

  const sibling = (id: number, parent: Block | undefined, node: number): Block => {
    const block = known(id);
    if (block.parent !== parent || block.node !== node) {
      throw misfit(`block ${id} is no sibling there`);
    }
    return block;
  };

  const apply = (operation: ReadOperation): void => {
    switch (operation.op) {
      case MOUNT:
        mount(operation);
        break;
      case PATCH:
        patch(operation.id, operation.changes);
        break;
      case MOVE:
        move(operation.id, operation.before);
        break;
      case UNMOUNT:
        unmount(operation.id);
        break;
      case SCOPE:
        declare(operation.scope, operation.component, operation.shared, operation.traits);
        break;
      case DECORATE:
        decorate(operation);
        break;
      case RESCOPE:
        rescope(operation.id, operation.scope);
        break;
      default:
        operation satisfies never;
    }
  };

  return {
    blocks,
    scopes,
    roots,
    apply,
    get nodeCount() {
      return nodeCount;
    },
  };
}

export function misfit(what: string): TerrariumError {
  return new TerrariumError('OPERATION', what);
}

export function tooMuch(what: string): TerrariumError {
  return new TerrariumError('LIMIT_NODES', `${what}; draw less at once, for example by paging a long list`);
}

export function tooManyNodes(limit: number): TerrariumError {
  return tooMuch(`the page would have more than ${limit} nodes`);
}
