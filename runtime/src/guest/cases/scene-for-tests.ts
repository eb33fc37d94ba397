import { type RunningTestProgram, startProgram, type TestRooms } from '../program-for-tests.ts';

/** A component of a scene, under the tag its name says. All may use all. */
export interface Part {
  readonly wxml?: string;
  /** Members of what `Component` is given, as source. */
  readonly js?: string;
  /** The whole script, in place of `js`. */
  readonly script?: string;
}

/** One page and its components, described in the few words a table has room for. */
export interface Scene {
  readonly page: string;
  /** `data` of the page, as source. */
  readonly data?: string;
  /** More members of the page, as source. */
  readonly members?: string;
  readonly parts?: Readonly<Record<string, Part>>;
  /** Other files of the program by path; the page is pages/a/a, a component parts/<tag>. */
  readonly files?: Readonly<Record<string, string>>;
  readonly placeholders?: Readonly<Record<string, string>>;
  readonly late?: readonly string[];
}

export interface OpenScene extends RunningTestProgram {
  /** `setData` of the page, drawn and acknowledged. */
  set(data: Readonly<Record<string, unknown>>): Promise<void>;
  /** `setData` of the first component that `selector` finds from the page. */
  tell(selector: string, data: Readonly<Record<string, unknown>>): Promise<void>;
  /** Calls a method of the page; what it returns is logged. */
  ask(method: string, ...args: readonly unknown[]): Promise<void>;
  /** What was logged since the last time. */
  news(): unknown[];
}

/** A step of a case: what is set on the page (or on `[selector, data]`), what is drawn then, what was logged. */
export type Step = readonly [
  set: Readonly<Record<string, unknown>> | readonly [selector: string, data: Readonly<Record<string, unknown>>],
  drawn?: string,
  news?: readonly unknown[],
];

export async function openScene(rooms: TestRooms, scene: Scene): Promise<OpenScene> {
  const parts = Object.entries(scene.parts ?? {});
  const uses = Object.fromEntries(parts.map(([tag]) => [tag, `parts/${tag}`]));
  const files: Record<string, string> = {
    'app.js': 'App({})',
    'pages/a/a.wxml': scene.page,
    'pages/a/a.js': `Page({ data: ${scene.data ?? '{}'},
      set(data) { this.setData(data) },
      tell(selector, data) { this.selectComponent(selector).setData(data) },
      ${scene.members ?? ''} })`,
    ...scene.files,
  };
  for (const [tag, { wxml = '<slot/>', js = '', script }] of parts) {
    files[`parts/${tag}.wxml`] = wxml;
    files[`parts/${tag}.js`] = script ?? `Component({ ${js} })`;
  }
  const owners = ['pages/a/a', ...parts.map(([tag]) => `parts/${tag}`)];
  const program = await startProgram(rooms, {
    files,
    uses: Object.fromEntries(owners.map((owner) => [owner, uses])),
    ...(scene.placeholders && {
      placeholders: Object.fromEntries(owners.map((owner) => [owner, scene.placeholders ?? {}])),
    }),
    ...(scene.late && { late: scene.late }),
  });
  await program.open('pages/a/a');
  const ask: OpenScene['ask'] = async (method, ...args) => {
    const params = { page: 1, method, args: JSON.parse(JSON.stringify(args)) };
    await program.deliver({ kind: 'inspect', id: 1, method: 'call-method', params });
    await program.acknowledge();
  };
  return Object.assign(program, {
    ask,
    set: (data: Readonly<Record<string, unknown>>) => ask('set', data),
    tell: (selector: string, data: Readonly<Record<string, unknown>>) => ask('tell', selector, data),
    news: () => program.log.splice(0),
  });
}

/** Carries out the doing half of a step. */
export function take(scene: OpenScene, [what]: Step): Promise<void> {
  return isTold(what) ? scene.tell(what[0], what[1]) : scene.set(what);
}

/** What is drawn and logged at first and after each step; `wanted` says nothing where a case says nothing. */
export interface Course {
  readonly found: readonly Moment[];
  readonly wanted: readonly Moment[];
}
type Moment = readonly [drawn: string | undefined, news: readonly unknown[] | undefined];

/** Goes through a case from its first drawing to its last step. */
export async function follow(
  open: OpenScene,
  { drawn, first, steps = [] }: { drawn: string; first?: readonly unknown[]; steps?: readonly Step[] },
): Promise<Course> {
  const wanted: Moment[] = [[drawn, first], ...steps.map(([, after, news]): Moment => [after, news])];
  const found: Moment[] = [];
  for (const [at, [after, news]] of wanted.entries()) {
    const step = steps[at - 1];
    if (step) await take(open, step);
    const [now, said] = [open.drawn(), open.news()];
    found.push([after === undefined ? undefined : now, news === undefined ? undefined : said]);
  }
  return { found, wanted };
}

function isTold(what: Step[0]): what is Extract<Step[0], readonly unknown[]> {
  return Array.isArray(what);
}
