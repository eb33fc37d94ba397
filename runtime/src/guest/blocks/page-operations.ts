import { DECORATE, MOUNT, MOVE, PATCH, RESCOPE, SCOPE, type ScopeTraits, UNMOUNT } from '../../protocol/operations.ts';
import { isArray, stringify } from '../intrinsics.ts';
import type { Block, Host, Owner } from './types.ts';

/** What block code needs from around a page. */
export interface PageSurroundings {
  /** The component instance for `tag` in `owner`'s template, created; undefined when `tag` is no component there. */
  createComponent(page: PageOperations, owner: Owner, tag: string, host: Host): Owner | undefined;
  /** Runs a job in a turn of its own; the number ends it before that. */
  after(delayMs: number, job: () => void): number;
  cancel(timer: number): void;
  /** An expression or WXS function threw. */
  failed(where: string, error: unknown): void;
  warn(code: string, message: string): void;
}

/** Combinations of external classes a page may have; the view takes some more. */
const mostScopes = 3_000;

/** An operation on its way out: the array that is sent. Its types are those of `protocol/operations`. */
type Draft = unknown[];

/** Blocks that are drawn where the slots of a component are. */
export interface Arranged {
  arrange(): void;
}

/** Gathers the view operations of one page and knows its drawn blocks by id. */
export interface PageOperations {
  readonly page: number;
  readonly surroundings: PageSurroundings;
  /** Drawn blocks by id, for events. */
  readonly blocks: ReadonlyMap<number, Block>;
  /** The number of the batch that `take` gives next, from 1. */
  readonly batch: number;
  readonly empty: boolean;
  /** Style scope of a component in which `traits` hold, declared on first use. */
  scopeOf(path: string, shared: boolean, traits: ScopeTraits): number;
  /** Says something of the page's own scope. */
  declarePage(path: string, traits: ScopeTraits): void;
  /** The style scope of a drawn block is `block.environment.owner.scope` now. */
  rescope(block: Block): void;
  mount(block: Block, parent: number, node: number, before: number): void;
  /** `block.values[hole]` has changed. */
  patch(block: Block, hole: number): void;
  move(block: Block, before: number): void;
  /** What lies over the looks of one node of a drawn block is this now. */
  decorate(block: Block, node: number, added: string, removed: string, style: string): void;
  /** Removes a drawn block and all in it. `forget` each block inside afterwards. */
  unmount(block: Block): void;
  /** The block is drawn no more. */
  forget(block: Block): void;
  /** Slot contents of this page are to be drawn elsewhere: they are arranged once, after all that changes them. */
  arrangeLater(contents: Arranged): void;
  /** Arranges what waits for it. */
  arrange(): void;
  /** Everything since the last call, ready for JSON. */
  take(): readonly Draft[];
}

export function createPageOperations(page: number, surroundings: PageSurroundings): PageOperations {
  const blocks = new Map<number, Block>();
  const scopes = new Map<string, number>();
  let operations: Draft[] = [];
  /** Value lists that still hold locals: their operation, their place in it and how many holes they have. */
  let uncut: { readonly operation: Draft; readonly at: number; readonly holes: number }[] = [];
  /** The latest mount: what stands behind it in the same place can join it. */
  let mounted: Draft = [];
  const patches = new Map<number, Draft>();
  const decorations = new Map<string, Draft>();
  const unarranged = new Set<Arranged>();
  let lastId = 0;
  /** Blocks above this number are mounted by the batch under way. */
  let lastSentId = 0;
  let batch = 1;

  return {
    page,
    surroundings,
    blocks,
    get batch() {
      return batch;
    },
    get empty() {
      return operations.length === 0;
    },
    scopeOf(path, shared, traits) {
      const { outer, classes } = traits;
      const key = classes === undefined ? path : `${path}\n${outer}\n${stringify(classes)}`;
      const known = scopes.get(key);
      if (known !== undefined) return known;
      if (classes !== undefined && scopes.size >= mostScopes) {
        surroundings.warn(
          'EXTERNAL_CLASSES',
          `${path} is given more than ${mostScopes} combinations of external classes`,
        );
        return this.scopeOf(path, shared, { ...traits, classes: undefined });
      }
      const scope = scopes.size + 1;
      scopes.set(key, scope);
      operations.push(isPlain(traits) ? [SCOPE, scope, path, shared] : [SCOPE, scope, path, shared, traits]);
      return scope;
    },
    declarePage(path, traits) {
      operations.push([SCOPE, 0, path, false, traits]);
    },
    rescope(block) {
      operations.push([RESCOPE, block.id, block.environment.owner.scope]);
    },
    mount(block, parent, node, before) {
      lastId += 1;
      block.id = lastId;
      blocks.set(lastId, block);
      const { plan, values } = block;
      const scope = block.environment.owner.scope;
      // Rows of a list come one after the other and differ in their values only. Those are not copied: what changes
      // before the batch leaves is mounted changed and needs no patch.
      if (
        operations[operations.length - 1] === mounted &&
        mounted[2] === plan.skeleton &&
        mounted[3] === scope &&
        mounted[4] === parent &&
        mounted[5] === node &&
        mounted[6] === before
      ) {
        mounted.push(values);
      } else {
        mounted = [MOUNT, lastId, plan.skeleton, scope, parent, node, before, values];
        operations.push(mounted);
      }
      if (plan.hasLocals) uncut.push({ operation: mounted, at: mounted.length - 1, holes: plan.holes });
    },
    patch(block, hole) {
      const id = block.id;
      if (id === 0 || id > lastSentId) return;
      const value = block.values[hole];
      const patch = patches.get(id);
      if (patch === undefined) {
        const first = [PATCH, id, hole, value];
        patches.set(id, first);
        operations.push(first);
        return;
      }
      for (let at = 2; at < patch.length; at += 2) {
        if (patch[at] === hole) {
          patch[at + 1] = value;
          return;
        }
      }
      patch.push(hole, value);
    },
    decorate(block, node, added, removed, style) {
      // Slot content may only be waiting for its place.
      if (block.id === 0) this.arrange();
      if (block.id === 0) return;
      // A drag decorates often; the view needs the last word only.
      const key = `${block.id} ${node}`;
      const known = decorations.get(key);
      const decoration = known ?? [DECORATE, block.id, node];
      decoration.splice(3, 3, added, removed, style);
      if (known !== undefined) return;
      decorations.set(key, decoration);
      operations.push(decoration);
    },
    move(block, before) {
      operations.push([MOVE, block.id, before]);
    },
    unmount(block) {
      operations.push([UNMOUNT, block.id]);
    },
    forget(block) {
      blocks.delete(block.id);
      patches.delete(block.id);
      block.id = 0;
    },
    arrangeLater(contents) {
      unarranged.add(contents);
    },
    arrange() {
      // Drawing content can bring slots for other content.
      for (const contents of unarranged) {
        unarranged.delete(contents);
        contents.arrange();
      }
    },
    take() {
      for (const { operation, at, holes } of uncut) {
        const values = operation[at];
        if (isArray(values)) operation[at] = values.slice(0, holes);
      }
      const taken = operations;
      operations = [];
      uncut = [];
      mounted = [];
      patches.clear();
      decorations.clear();
      lastSentId = lastId;
      batch += 1;
      return taken;
    },
  };
}

function isPlain({ spreads, virtual, fields, classes }: ScopeTraits): boolean {
  return spreads === undefined && virtual === undefined && fields === undefined && classes === undefined;
}
