import { boundValue } from '../blocks/block.ts';
import type { Block, Child, Host, Owner } from '../blocks/types.ts';
import { selectNodes } from '../component/select-nodes.ts';
import { copyData } from '../data/copy.ts';
import { readBounds } from '../events/event-object.ts';
import { callFunction, isArray, isFunction } from '../intrinsics.ts';
import { Overlay } from './overlay.ts';

/** An element or component as functions of WXS modules see it: `ComponentDescriptor` in the platform's words. */
export interface NodeDescriptor {
  selectComponent(selector: unknown): NodeDescriptor | null;
  selectAllComponents(selector: unknown): NodeDescriptor[];
  setStyle(style: unknown): NodeDescriptor;
  addClass(names: unknown): NodeDescriptor;
  removeClass(names: unknown): NodeDescriptor;
  hasClass(name: unknown): boolean;
  getDataset(): Record<string, unknown>;
  /** An object for the WXS code's own use, the same each time. */
  getState(): Record<string, unknown>;
  callMethod(name: unknown, value: unknown): void;
  triggerEvent(name: unknown, detail: unknown, options: unknown): void;
  requestAnimationFrame(run: unknown): void;
  setTimeout(run: unknown, delayMs: unknown): number;
  clearTimeout(timer: unknown): void;
  /** Only what WXS set itself: layout is not known where WXS runs. */
  getComputedStyle(names: unknown): Record<string, string>;
  getBoundingClientRect(): Record<string, number>;
}

const known = new WeakMap<Block, Map<number, NodeDescriptor>>();
const pages = new WeakMap<Owner, NodeDescriptor>();
const frameMs = 16;

/** The descriptor of one node; always the same one, so that its state lasts. */
export function describeNode(block: Block, node: number): NodeDescriptor {
  const ofBlock = known.get(block) ?? new Map<number, NodeDescriptor>();
  known.set(block, ofBlock);
  const before = ofBlock.get(node);
  if (before !== undefined) return before;
  const component = componentAt(block, node);
  const made = createDescriptor(component ?? block.environment.owner, { block, node });
  ofBlock.set(node, made);
  return made;
}

/** The descriptor of a page or component as owner of the template in which something happens. */
export function describeOwner(owner: Owner): NodeDescriptor {
  if (owner.host !== undefined) return describeNode(owner.host.block, owner.host.node);
  const before = pages.get(owner);
  if (before !== undefined) return before;
  const made = createDescriptor(owner, undefined);
  pages.set(owner, made);
  return made;
}

function componentAt(block: Block, node: number): Owner | undefined {
  for (const child of block.children ?? []) {
    if (child.node === node && isHost(child)) return child.component;
  }
  return undefined;
}

function isHost(child: Child | Host): child is Host {
  return 'component' in child;
}

/** `owner` is searched and called; `at` is what it is drawn as, which a page is not. */
function createDescriptor(
  owner: Owner,
  at: { readonly block: Block; readonly node: number } | undefined,
): NodeDescriptor {
  const overlay = at && new Overlay(at.block, at.node);
  const info = at?.block.plan.type.nodes[at.node];
  const state: Record<string, unknown> = {};
  const surroundings = (): Block['environment']['page']['surroundings'] | undefined =>
    (at?.block ?? owner.root)?.environment.page.surroundings;

  const guarded = (where: string, run: unknown, self: unknown, values: readonly unknown[]): void => {
    if (!isFunction(run)) return;
    try {
      callFunction(run, self, values);
    } catch (error) {
      surroundings()?.failed(`${where} of ${owner.path}`, error);
    }
  };
  const callMember = (name: string, values: readonly unknown[]): void => {
    const method: unknown = Reflect.get(owner.instance, name);
    if (isFunction(method)) guarded(name, method, owner.instance, values);
    else surroundings()?.warn('HANDLER', `${owner.path} has no method "${name}", which WXS calls`);
  };
  const after = (delayMs: number, run: unknown): number =>
    surroundings()?.after(delayMs, () => guarded('a timer in WXS', run, undefined, [])) ?? 0;

  const descriptor: NodeDescriptor = {
    selectComponent(selector) {
      const [first] = selectNodes(owner.root, String(selector), true);
      return first === undefined ? null : describeNode(first.block, first.node);
    },
    selectAllComponents: (selector) =>
      selectNodes(owner.root, String(selector), false).map(({ block, node }) => describeNode(block, node)),
    setStyle(style) {
      overlay?.setStyle(style);
      return descriptor;
    },
    addClass(names) {
      overlay?.addClass(String(names));
      return descriptor;
    },
    removeClass(names) {
      overlay?.removeClass(String(names));
      return descriptor;
    },
    hasClass(name) {
      const own = at === undefined || info?.class === undefined ? '' : String(boundValue(at.block, info.class) ?? '');
      return overlay?.has(String(name)) ?? own.split(/\s+/).includes(String(name));
    },
    getDataset: () => (at === undefined ? {} : readBounds(at.block, info?.dataset)),
    getState: () => state,
    callMethod: (name, value) => callMember(String(name), [copyData(value)]),
    triggerEvent: (name, detail, options) => callMember('triggerEvent', [name, copyData(detail), options]),
    requestAnimationFrame: (run) => {
      after(frameMs, run);
    },
    setTimeout: (run, delayMs) => after(Number(delayMs) || 0, run),
    clearTimeout: (timer) => surroundings()?.cancel(Number(timer)),
    getComputedStyle(names) {
      warnLayout('getComputedStyle', 'it tells only what setStyle has set');
      const found: Record<string, string> = {};
      for (const name of isArray(names) ? names : []) found[String(name)] = overlay?.styleOf(String(name)) ?? '';
      return found;
    },
    getBoundingClientRect() {
      warnLayout('getBoundingClientRect', 'it gives zeros; ask wx.createSelectorQuery in the page instead');
      return { left: 0, top: 0, right: 0, bottom: 0, width: 0, height: 0 };
    },
  };
  const warnLayout = (name: string, answer: string): void =>
    surroundings()?.warn('UNSUPPORTED_API', `ComponentDescriptor.${name} is not supported: ${answer}`);
  return descriptor;
}
