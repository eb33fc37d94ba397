import * as glassEasel from 'glass-easel';
import { memberOf } from './member-of.ts';
import { replaceMethod } from './replace-method.ts';

/** Rule `slots-get-lost`: whether glass-easel still knows the slots of its components. */
export interface SlotLists {
  /** One list of slots came to no end, or taking content out of slots failed. */
  readonly broken: boolean;
  /** True when every component in `page` has the slots in its list that its tree has. */
  agree(page: glassEasel.GeneralComponent): boolean;
  dispose(): void;
}

/** More slots than a case has in one component. */
const mostSlots = 5_000;
const applyInsertion = '_$applySlotsInsertion';
const applyRemoval = '_$applySlotsRemoval';

/** Looks through each list of slots before glass-easel does, which would never come back from a broken one. */
export function watchSlotLists(): SlotLists {
  const kind = glassEasel.ShadowRoot.prototype;
  let broken = false;
  const undo = [
    replaceMethod(kind, applyInsertion, (run, [start, end]) => {
      if (comesToAnEnd(start, end)) return run();
      broken = true;
      return undefined;
    }),
    replaceMethod(kind, applyRemoval, (run) => {
      try {
        return run();
      } catch (error) {
        broken = true;
        throw error;
      }
    }),
  ];
  return {
    get broken() {
      return broken;
    },
    agree: agrees,
    dispose() {
      for (const one of undo) one();
    },
  };
}

function comesToAnEnd(start: unknown, end: unknown): boolean {
  let at = start;
  for (let count = 0; at !== end; count += 1) {
    if (count > mostSlots || at === null || at === undefined) return false;
    at = memberOf(at, 'next');
  }
  return true;
}

function agrees(component: glassEasel.GeneralComponent): boolean {
  const root = component.getShadowRoot();
  if (root === null || root === undefined) return true;
  const slots: unknown[] = [];
  const inside: glassEasel.GeneralComponent[] = [];
  const walk = (node: glassEasel.Node): void => {
    if (!glassEasel.Element.isElement(node)) return;
    if (glassEasel.Element.getSlotName(node) !== undefined) slots.push(node);
    if (glassEasel.Component.isComponent(node)) inside.push(node);
    node.childNodes.forEach(walk);
  };
  root.childNodes.forEach(walk);
  let at = memberOf(root, '_$subtreeSlotStart');
  for (const slot of slots) {
    if (memberOf(at, 'value') !== slot) return false;
    at = memberOf(at, 'next');
  }
  return (at === null || at === undefined) && inside.every(agrees);
}
