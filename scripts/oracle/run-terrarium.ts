import type { Json } from '@terrarium/runtime/protocol';
import { compileTemplate } from '../../runtime/src/compiler/template/index.ts';
import { type RunningTestProgram, startProgram } from '../../runtime/src/guest/program-for-tests.ts';
import { createPageTree, type PageTree, type TreeElement, type TreeNode } from '../../runtime/src/view/index.ts';
import type { Action, OracleCase } from './case.ts';
import { relationKeys } from './run-glass-easel.ts';
import { type DrawnNode, drawTree, type Trace } from './trace.ts';
import { pathOf, writeScripts } from './write-script.ts';
import { abstractTag, tagOf, writeWxml } from './write-wxml.ts';

/** Runs a case with the base library in this process: one step for the start and one per action. */
export async function runTerrarium(given: OracleCase): Promise<Trace> {
  const { files, uses } = writeProgram(given);
  const program = await startProgram({ compileTemplate, createPageTree }, { files, uses });
  await program.open(pathOf(0));
  const step = async () => {
    await settle(program);
    const lines = await call(program, 'act', { kind: 'take' });
    return {
      tree: drawSnapshot(program.tree()),
      lines: Array.isArray(lines) ? lines.map(String) : [],
    };
  };
  const steps = [await step()];
  for (const action of given.actions) {
    await act(program, given, action);
    steps.push(await step());
  }
  return { steps, errors: program.errors(), cut: false };
}

/** The files of a case, and which components see which. */
export function writeProgram(given: OracleCase) {
  const files: Record<string, string> = Object.fromEntries(writeScripts(given));
  const own = Object.fromEntries(given.components.map((_, at) => [tagOf(at), pathOf(at)]));
  // Whoever uses a component says what its abstract tag is; this only makes it one.
  const used = { ...own, [abstractTag]: pathOf(given.components.length - 1) };
  const uses: Record<string, typeof used> = {};
  given.components.forEach((_, at) => {
    files[`${pathOf(at)}.wxml`] = writeWxml(given, at);
    uses[pathOf(at)] = used;
  });
  return { files, uses };
}

/** Tells the guest that all is drawn, until nothing more comes of it: what `ready` sets is drawn too. */
async function settle(program: RunningTestProgram): Promise<void> {
  for (let round = 0; round < 10 && program.waits; round += 1) {
    await program.acknowledge();
    await program.runTimers();
  }
}

async function act(program: RunningTestProgram, given: OracleCase, action: Action): Promise<void> {
  if (action.kind !== 'tap') {
    await call(program, 'act', action.kind === 'relations' ? { ...action, keys: relationKeys(given) } : action);
    return;
  }
  const elements = elementsBelow(program.tree().snapshot());
  const target = elements[action.element % Math.max(elements.length, 1)];
  if (target === undefined) return;
  const { block, node } = target;
  await program.deliver({
    kind: 'event',
    page: 1,
    block,
    node,
    type: 'tap',
    bubbles: true,
    detail: {},
    timeStamp: 1,
    offsets: [],
  });
}

async function call(program: RunningTestProgram, method: string, argument: object): Promise<unknown> {
  const id = program.messages.length + 1;
  // Through JSON, as everything that reaches a guest.
  const params: Json = JSON.parse(JSON.stringify({ method, args: [argument] }));
  await program.deliver({ kind: 'inspect', id, method: 'call-method', params });
  for (const message of program.messages) {
    if (message.kind !== 'inspected' || message.id !== id) continue;
    if ('error' in message && message.error !== undefined) throw new Error(message.error);
    return message.result;
  }
  throw new Error(`the guest did not answer the call of ${method}`);
}

/** A page's tree as text. */
export function drawSnapshot(tree: PageTree): string {
  return drawTree(tree.snapshot().children.map(describe));
}

/** Elements in document order. */
export function elementsBelow(node: TreeNode): TreeElement[] {
  if (node.kind === 'text') return [];
  return [...(node.kind === 'element' ? [node] : []), ...node.children.flatMap(elementsBelow)];
}

function describe(node: TreeNode): DrawnNode {
  if (node.kind === 'text') return node.text;
  return { tag: node.tag, attributes: node.attributes, children: node.children.map(describe) };
}
