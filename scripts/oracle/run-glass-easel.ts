import * as glassEasel from 'glass-easel';
import type { Action, OracleCase } from './case.ts';
import { startGlassEasel } from './glass-easel-program.ts';
import { type DrawnNode, drawTree, type Trace } from './trace.ts';

type Node = glassEasel.Node;
type GeneralComponent = glassEasel.GeneralComponent;

/** Runs a case in glass-easel: one step for the start and one per action. */
export function runGlassEasel(given: OracleCase): Trace {
  const program = startGlassEasel(given);
  const ready = new Set<GeneralComponent>();
  const step = () => {
    while (callReady(program.page, ready));
    const lines = program.call('act', { kind: 'take' });
    return { tree: drawTree(childrenOf(program.page)), lines: Array.isArray(lines) ? lines.map(String) : [] };
  };
  try {
    const steps = [step()];
    for (const action of given.actions) {
      act(program.page, given, action);
      steps.push(step());
    }
    return { steps, errors: program.errors };
  } finally {
    program.dispose();
  }
}

function act(page: GeneralComponent, given: OracleCase, action: Action): void {
  if (action.kind !== 'tap') {
    const argument = action.kind === 'relations' ? { ...action, keys: relationKeys(given) } : action;
    // Rule `set-data-copies`.
    page.callMethod('act', structuredClone(argument));
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

/** Rule `ready-is-the-hosts`: runs it once per attached component, what is inside before what it is inside of. */
function callReady(node: Node, done: Set<GeneralComponent>): boolean {
  let called = false;
  if (glassEasel.Component.isComponent(node)) {
    const root = node.getShadowRoot();
    if (root !== null) called = callReady(root, done) || called;
    if (!done.has(node) && glassEasel.Element.isAttached(node)) {
      done.add(node);
      node.triggerLifetime('ready', []);
      called = true;
    }
  }
  if (glassEasel.Element.isElement(node))
    for (const child of [...node.childNodes]) called = callReady(child, done) || called;
  return called;
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
