import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Build, createCompiler } from '@terrarium/runtime/compiler';
import { inRoot } from '../root.ts';
import { takeCensus } from './census.ts';
import { describeProblem, exercise } from './exercise.ts';
import { type ComponentLibrary, componentsOf, isInstalled } from './libraries.ts';
import type { Mountings } from './mounting.ts';
import { linMountings } from './mountings-lin.ts';
import { singleMountings } from './mountings-single.ts';
import { vantMountings } from './mountings-vant.ts';
import { weuiMountings } from './mountings-weui.ts';
import { pickChanges } from './pick-changes.ts';
import type { Pool } from './pool.ts';
import { censusProgram, type MountedComponent, mountingProgram } from './program-files.ts';
import { writeFiles } from './write-files.ts';

/** How one component did. */
export interface Outcome {
  readonly library: string;
  readonly component: string;
  readonly ok: boolean;
  readonly errors: readonly string[];
}

const mountings: Readonly<Record<string, Mountings>> = {
  '@vant/weapp': vantMountings,
  'weui-miniprogram': weuiMountings,
  'lin-ui': linMountings,
};

/** Mounts and exercises the components of a library, each in a program of its own. */
export async function runLibrary(
  library: ComponentLibrary,
  chosen: (component: string) => boolean,
  pool: Pool,
): Promise<Outcome[]> {
  if (!isInstalled(library.name)) return [];
  const names = componentsOf(library).filter(chosen);
  const folder = await mkdtemp(join(tmpdir(), 'terrarium-libs-'));
  const compiler = createCompiler(folder);
  try {
    await symlink(inRoot('node_modules'), join(folder, 'node_modules'), 'junction');
    await writeFiles(folder, censusProgram(library, names));
    const census = await takeCensus(await compiler.build());
    const components = names.map((name): MountedComponent => {
      const mounting = mountings[library.name]?.[name] ?? singleMountings[name] ?? {};
      return { name, mounting, ...pickChanges(census.properties(name), mounting) };
    });
    await writeFiles(folder, mountingProgram(library, components));
    const whole = await compiler.build();
    const run = async (component: MountedComponent): Promise<Outcome> => {
      const failure = census.failure(component.name);
      const build = whole.ok ? whole : await buildAlone(folder, library, component);
      const errors = failure !== undefined ? [`loading it: ${failure}`] : await judge(build, library, component);
      return {
        library: library.name,
        component: component.name,
        ok: errors.length === 0,
        errors: explained(errors, component),
      };
    };
    // Builds of single components write into one folder, so those take turns.
    if (whole.ok) return await Promise.all(components.map((one) => pool(() => run(one))));
    const outcomes: Outcome[] = [];
    for (const one of components) outcomes.push(await pool(() => run(one)));
    return outcomes;
  } finally {
    compiler.dispose();
    await rm(folder, { recursive: true, force: true });
  }
}

function judge(build: Build, { name, place }: ComponentLibrary, component: MountedComponent): Promise<string[]> {
  if (!build.ok) return Promise.resolve(build.problems.map(describeProblem));
  return exercise(build, `miniprogram_npm/${name}/${place(component.name)}`, component);
}

const explained = (errors: readonly string[], { mounting }: MountedComponent): readonly string[] =>
  errors.length > 0 && mounting.known !== undefined ? [...errors, `known: ${mounting.known}`] : errors;

async function buildAlone(folder: string, library: ComponentLibrary, component: MountedComponent): Promise<Build> {
  await writeFiles(folder, mountingProgram(library, [component]));
  const compiler = createCompiler(folder);
  try {
    return await compiler.build();
  } finally {
    compiler.dispose();
  }
}
