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
  /** Undefined by the rules that end a comparison, also when glass-easel fails over it. */
  const perform = (action: Action | undefined): Step | undefined => {
    const { ownUpdates, attaching, slotLists } = program;
    const isLost = (thrown?: unknown): boolean =>
      ownUpdates.met ||
      attaching.strayed() ||
      slotLists.broken ||
      [...program.errors, String(thrown)].some(isOfWhatHasGone) ||
      !slotLists.agree(program.page);
    try {
      if (action !== undefined && !act(program.page, given, action)) return undefined;
      const done = step();
      return isLost() ? undefined : done;
    } catch (error) {
      if (isLost(error)) return undefined;
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

/** Rule `update-of-what-has-gone`: a backend that is none any more was asked for something. */
const isOfWhatHasGone = (error: string): boolean => /Cannot read properties of null \(reading '\w+'\)/.test(error);

/** Rule `ready-is-the-hosts`. */
function callReady({ attaching }: GlassEaselProgram): void {
  for (let due = attaching.takeReady(); due.length > 0; due = attaching.takeReady()) {
    for (const component of due) {
      if (glassEasel.Element.isAttached(component)) component.triggerLifetime('ready', []);
    }
  }
}

/** False by the rule `way-of-a-tap`. */
function act(page: GeneralComponent, given: OracleCase, action: Action): boolean {
  if (action.kind !== 'tap') {
    const argument = action.kind === 'relations' ? { ...action, keys: relationKeys(given) } : action;
    // Rule `set-data-copies`.
    page.callMethod('act', JSON.parse(JSON.stringify(argument)));
    return true;
  }
  const elements = elementsBelow(page);
  const target = elements[action.element % Math.max(elements.length, 1)];
  if (target === undefined) return true;
  const way = wayOut(target);
  glassEasel.triggerEvent(target, 'tap', {}, { bubbles: true, composed: true, capturePhase: true });
  const after = wayOut(target);
  return way.every((node, at) => after[at] === node);
}

/** What an event at this element goes through. */
function wayOut(target: glassEasel.Element): glassEasel.Element[] {
  const way: glassEasel.Element[] = [];
  for (let at: glassEasel.Element | null = target; at !== null; at = at.getComposedParent()) way.push(at);
  return way;
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
