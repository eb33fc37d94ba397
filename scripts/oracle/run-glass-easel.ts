import * as glassEasel from 'glass-easel';
import type { Action, OracleCase } from './case.ts';
import { type GlassEaselProgram, startGlassEasel } from './glass-easel-program.ts';
import { type DrawnNode, drawTree, type Step, type Trace } from './trace.ts';

type Node = glassEasel.Node;
type GeneralComponent = glassEasel.GeneralComponent;

/** Runs a case in glass-easel: one step for the start and one per action. */
export function runGlassEasel(given: OracleCase): Trace {
  const program = startGlassEasel(given);
  const step = () => {
    callReady(program);
    const lines = program.call('act', { kind: 'take' });
    return { tree: drawTree(childrenOf(program.page)), lines: Array.isArray(lines) ? lines.map(String) : [] };
  };
  /** Undefined by the rules `own-update` and `attached-in-the-tree`, also when glass-easel fails over it. */
  const perform = (action: Action | undefined): Step | undefined => {
    const isLost = (): boolean => program.ownUpdates.met || program.attaching.strayed;
    try {
      if (action !== undefined) act(program.page, given, action);
      const done = step();
      return isLost() ? undefined : done;
    } catch (error) {
      if (isLost()) return undefined;
      throw error;
    }
  };
  const steps: Step[] = [];
  try {
    for (const action of [undefined, ...given.actions]) {
      const done = perform(action);
      if (done === undefined) return { steps, errors: [], cut: true };
      steps.push(done);
    }
    return { steps, errors: program.errors, cut: false };
  } finally {
    program.dispose();
  }
}

/** Rule `ready-is-the-hosts`. */
function callReady({ attaching }: GlassEaselProgram): void {
  for (let due = attaching.takeReady(); due.length > 0; due = attaching.takeReady()) {
    for (const component of due) {
      if (glassEasel.Element.isAttached(component)) component.triggerLifetime('ready', []);
    }
  }
}

function act(page: GeneralComponent, given: OracleCase, action: Action): void {
  if (action.kind !== 'tap') {
    const argument = action.kind === 'relations' ? { ...action, keys: relationKeys(given) } : action;
    // Rule `set-data-copies`.
    page.callMethod('act', JSON.parse(JSON.stringify(argument)));
    return;
  }
  const elements = elementsBelow(page);
  const target = elements[action.element % Math.max(elements.length, 1)];
  if (target === undefined) return;
  glassEasel.triggerEvent(target, 'tap', {}, { bubbles: true, composed: true, capturePhase: true });
}

/** Every key a relation of the case can have. */
export function relationKeys(given: OracleCase): string[] {
  return [...given.components.map((_, at) => `./c${at}`), 'r0', 'r1'];
}

function elementsBelow(node: Node): glassEasel.Element[] {
  if (!glassEasel.Element.isElement(node)) return [];
  const own = glassEasel.NativeNode.isNativeNode(node) ? [node] : [];
  return [...own, ...node.getComposedChildren().flatMap(elementsBelow)];
}

function childrenOf(node: glassEasel.Element): DrawnNode[] {
  return node.getComposedChildren().flatMap(describe);
}

function describe(node: Node): DrawnNode[] {
  if (!glassEasel.Element.isElement(node)) return [node.textContent];
  const isNative = glassEasel.NativeNode.isNativeNode(node);
  if (!isNative && !glassEasel.Component.isComponent(node)) return childrenOf(node);
  const attributes: Record<string, unknown> = { id: node.id, class: node.class, style: node.style };
  if (isNative) for (const { name, value } of node.attributes) attributes[name] = value;
  const tag = isNative ? node.is : node.tagName;
  return [{ tag, attributes, children: childrenOf(node) }];
}
