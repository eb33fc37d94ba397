import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type HeadlessProgram, openHeadless } from '@terrarium/runtime/headless';
import type { Action, OracleCase } from './case.ts';
import { relationKeys } from './run-glass-easel.ts';
import { drawSnapshot, elementsBelow, writeProgram } from './run-terrarium.ts';
import type { Step, Trace } from './trace.ts';
import { pathOf } from './write-script.ts';
import { abstractTag } from './write-wxml.ts';

/**
 * Runs a case as a whole program without a browser: compiler, package, QuickJS in its worker, view. Needs the
 * bundles of `npm run build`.
 */
export async function runSandboxed(given: OracleCase): Promise<Trace> {
  const folder = await mkdtemp(join(tmpdir(), 'terrarium-oracle-'));
  try {
    await mkdir(join(folder, 'parts'));
    for (const [file, text] of Object.entries(projectOf(given))) await writeFile(join(folder, file), text);
    const program = await openHeadless(folder);
    try {
      const steps: Step[] = [await step(program)];
      for (const action of given.actions) {
        await act(program, given, action);
        steps.push(await step(program));
      }
      return { steps, errors: program.problems.map(({ message }) => message), cut: false };
    } catch (error) {
      // What ended the program says more than that it has ended.
      throw program.ended === undefined ? error : new Error(`${program.ended.code}: ${program.ended.message}`);
    } finally {
      program.dispose();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function projectOf(given: OracleCase): Record<string, string> {
  const { files, uses } = writeProgram(given);
  const project: Record<string, string> = { ...files, 'app.json': JSON.stringify({ pages: [pathOf(0)] }) };
  for (const [path, used] of Object.entries(uses)) {
    const usingComponents = Object.fromEntries(
      Object.entries(used)
        .filter(([tag]) => tag !== abstractTag)
        .map(([tag, target]) => [tag, `/${target}`]),
    );
    project[`${path}.json`] = JSON.stringify({
      component: true,
      usingComponents,
      componentGenerics: { [abstractTag]: true },
    });
  }
  return project;
}

async function step(program: HeadlessProgram): Promise<Step> {
  await program.idle();
  const lines = await call(program, { kind: 'take' });
  return { tree: drawSnapshot(program.tree()), lines: Array.isArray(lines) ? lines.map(String) : [] };
}

async function act(program: HeadlessProgram, given: OracleCase, action: Action): Promise<void> {
  if (action.kind !== 'tap') {
    await call(program, action.kind === 'relations' ? { ...action, keys: relationKeys(given) } : action);
    return;
  }
  const elements = elementsBelow(program.tree().snapshot());
  const target = elements[action.element % Math.max(elements.length, 1)];
  if (target === undefined) return;
  const { block, node } = target;
  const touched = { touches: [], changedTouches: [] };
  program.screen.visible?.page.listener.event({
    type: 'tap',
    block,
    node,
    bubbles: true,
    detail: {},
    timeStamp: 1,
    offsets: [],
    ...touched,
  });
}

/** Calls `act` of the page. */
const call = (program: HeadlessProgram, argument: object): Promise<unknown> =>
  program.inspect('call-method', { method: 'act', args: [JSON.parse(JSON.stringify(argument))] });
