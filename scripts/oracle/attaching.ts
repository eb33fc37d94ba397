import * as glassEasel from 'glass-easel';
import { replaceMethod } from './replace-method.ts';

type Component = glassEasel.GeneralComponent;

/** What glass-easel attached, and in which order. */
export interface Attaching {
  /** Those that were attached since the last call, for rule `ready-is-the-hosts`: what is inside before what it is inside of. */
  takeReady(): Component[];
  /** Rule `attached-in-the-tree`: something was attached that is not in it, or something that is in it was not. */
  strayed(): boolean;
  dispose(): void;
}

const walks = ['insertChildren', 'insertChildAt', 'replaceChildAt', 'replaceChild'] as const;

/**
 * Listens to glass-easel attaching components, for rule `ready-is-the-hosts`. A component counts as soon as all
 * its own template is attached; one that comes while another is at it, because of program code, counts first.
 */
export function watchAttaching(): Attaching {
  let due: Component[] = [];
  /** For each tree operation under way, those attached by it whose own templates are not known to be done. */
  const open: Component[][] = [];
  const undo: (() => void)[] = [];

  const closeUntil = (walk: Component[], component: Component | undefined): void => {
    for (let last = walk.at(-1); last !== undefined; last = walk.at(-1)) {
      if (component !== undefined && isInside(component, last)) return;
      walk.pop();
      due.push(last);
    }
  };
  const watch = (...replaced: Parameters<typeof replaceMethod>) => undo.push(replaceMethod(...replaced));

  for (const name of walks) {
    watch(glassEasel.Element.prototype, name, (run) => {
      const walk: Component[] = [];
      open.push(walk);
      try {
        return run();
      } finally {
        closeUntil(walk, undefined);
        open.pop();
      }
    });
  }
  const outermost: Component[] = [];
  let page: Component | undefined;
  let strayed = false;
  watch(glassEasel.Component.prototype, 'triggerLifetime', (run, [name], self) => {
    if (name === 'attached' && glassEasel.Component.isComponent(self)) {
      page ??= self;
      if (topOf(self) !== page) strayed = true;
      const walk = open.at(-1) ?? outermost;
      closeUntil(walk, self);
      const result = run();
      walk.push(self);
      return result;
    }
    return run();
  });
  return {
    strayed: () => strayed || (page !== undefined && !isAllAttached(page)),
    takeReady() {
      closeUntil(outermost, undefined);
      const taken = due;
      due = [];
      return taken;
    },
    dispose() {
      for (const one of undo) one();
    },
  };
}

function isAllAttached(component: Component): boolean {
  const walk = (node: glassEasel.Node): boolean => {
    if (!glassEasel.Element.isElement(node)) return true;
    if (glassEasel.Component.isComponent(node) && !isAllAttached(node)) return false;
    return node.childNodes.every(walk);
  };
  return glassEasel.Element.isAttached(component) && (component.getShadowRoot()?.childNodes.every(walk) ?? true);
}

/** What a component is in the end in: its page when it is in the tree. */
function topOf(component: Component): glassEasel.Node {
  let top: glassEasel.Node = component;
  for (let next: glassEasel.Node | null = component; next !== null; ) {
    top = next;
    next = glassEasel.ShadowRoot.isShadowRoot(next) ? next.getHostNode() : next.parentNode;
  }
  return top;
}

/** True when `component` is in the own template of `other`, however deep. */
function isInside(component: Component, other: Component): boolean {
  for (let root = component.ownerShadowRoot; root !== null; root = root.getHostNode().ownerShadowRoot) {
    if (root.getHostNode() === other) return true;
  }
  return false;
}
