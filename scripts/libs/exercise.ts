import { setTimeout as wait } from 'node:timers/promises';
import type { Build } from '@terrarium/runtime/compiler';
import { type HeadlessProgram, openHeadless } from '@terrarium/runtime/headless';
import { type Problem, problemOf } from '@terrarium/runtime/protocol';
import { recordOf } from './json-record.ts';
import { type MountedComponent, pageOf } from './program-files.ts';

/** Component code likes to wait a frame or two (`requestAnimationFrame` is 30 ms there) before it goes on. */
const framesMs = 70;

/** Runs the page of one component in a program of its own. Returns what went wrong, nothing when all is well. */
export async function exercise(build: Build, path: string, component: MountedComponent): Promise<string[]> {
  const errors: string[] = [];
  let program: HeadlessProgram | undefined;
  try {
    program = await openHeadless(build, { launch: { path: pageOf(component.name) } });
    await rest(program);
    errors.push(...(await mounted(program, path, component)));
    await change(program, component);
    await tap(program);
    errors.push(...(await unmounted(program, path)));
  } catch (error) {
    errors.push(describeProblem(problemOf(error)));
  } finally {
    program?.dispose();
  }
  return [...new Set([...errors, ...(program?.problems.map(describeProblem) ?? [])])];
}

export function describeProblem({ code, message, position }: Problem): string {
  const place = position ? ` (${position.file}:${position.line}:${position.column})` : '';
  return `${code}: ${message}${place}`;
}

async function rest(program: HeadlessProgram): Promise<void> {
  await program.idle();
  await wait(framesMs);
  await program.idle();
}

async function mounted(program: HeadlessProgram, path: string, { mounting }: MountedComponent): Promise<string[]> {
  const lives = await livesOf(program);
  const missing = ['attached', 'ready'].filter((name) => !lives.includes(`${path} ${name}`));
  const errors = missing.map((name) => `${name} did not run`);
  if (mounting.drawsNothing === undefined && drawnNodes(program).length === 0) errors.push('it drew no node');
  return errors;
}

/** Sets the two properties through the page's data, as programs do. */
async function change(program: HeadlessProgram, { changes }: MountedComponent): Promise<void> {
  const entries = Object.entries(changes).map(([name, value]) => [`change_${name}`, value] as const);
  await program.inspect('set-page-data', { data: Object.fromEntries(entries) });
  await rest(program);
}

/** Taps the first node inside that listens to taps, or to the beginning of a touch. */
async function tap(program: HeadlessProgram): Promise<void> {
  const tree = program.tree();
  const nodes = drawnNodes(program);
  const target =
    nodes.find((node) => tree.listens(node, 'tap')) ?? nodes.find((node) => tree.listens(node, 'touchstart'));
  if (target === undefined) return;
  program.tap(target);
  await rest(program);
}

async function unmounted(program: HeadlessProgram, path: string): Promise<string[]> {
  await program.inspect('set-page-data', { data: { mounted: false } });
  await rest(program);
  const errors: string[] = [];
  if (!(await livesOf(program)).includes(`${path} detached`)) errors.push('detached did not run');
  if (program.tree().find('#subject').length > 0) errors.push('it is still drawn after it was taken away');
  return errors;
}

async function livesOf(program: HeadlessProgram): Promise<readonly string[]> {
  const { lives } = recordOf(await program.inspect('global-data', null));
  return Array.isArray(lives) ? lives.map(String) : [];
}

type Tree = ReturnType<HeadlessProgram['tree']>;
type NodeRef = ReturnType<Tree['find']>[number];
type TreeNode = ReturnType<Tree['snapshot']>['children'][number];

/** Elements inside the component under test, in document order. */
function drawnNodes(program: HeadlessProgram): NodeRef[] {
  const tree = program.tree();
  const [subject] = tree.find('#subject');
  const found: NodeRef[] = [];
  const walk = (node: TreeNode): void => {
    if (node.kind === 'text') return;
    const [own, ...around] = node.kind === 'page' ? [] : tree.pathOf(node.block, node.node);
    if (own && around.some((one) => one.block === subject?.block && one.node === subject.node)) found.push(own);
    for (const child of node.children) walk(child);
  };
  if (subject !== undefined) walk(tree.snapshot());
  return found;
}
