import type { Build } from '@terrarium/runtime/compiler';
import { openHeadless } from '@terrarium/runtime/headless';
import type { Json } from '@terrarium/runtime/protocol';
import { describeProblem } from './exercise.ts';
import { recordOf } from './json-record.ts';
import type { DeclaredProperty } from './program-files.ts';

/** What the components of a library declare, as their own scripts say when they are loaded. */
export interface Census {
  properties(component: string): readonly DeclaredProperty[];
  /** Why its script could not be loaded. */
  failure(component: string): string | undefined;
}

/** Runs the build of a census program. A build that failed knows nothing, and the components' own builds will say why. */
export async function takeCensus(build: Build): Promise<Census> {
  if (!build.ok) return { properties: () => [], failure: () => undefined };
  const program = await openHeadless(build);
  try {
    const found = recordOf(await program.inspect('global-data', null));
    const census = recordOf(found.census ?? null);
    const failures = recordOf(found.failures ?? null);
    const [problem] = program.problems;
    if (problem) throw new Error(`The census program failed: ${describeProblem(problem)}`);
    return {
      properties: (component) => propertiesIn(census[component] ?? null),
      failure(component) {
        const text = failures[component];
        return typeof text === 'string' ? text : undefined;
      },
    };
  } finally {
    program.dispose();
  }
}

function propertiesIn(list: Json): DeclaredProperty[] {
  if (!Array.isArray(list)) return [];
  return list.map(recordOf).map(({ name, type, value }) => ({
    name: String(name),
    type: String(type),
    value: value ?? null,
  }));
}
