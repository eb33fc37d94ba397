import type { compileTemplate } from '../compiler/template/index.ts';
import type { GuestComponent, GuestMessage, HostMessage, OpenType, Skeleton, ViewEvent } from '../protocol/index.ts';
import type { createPageTree, PageTree, TreeNode } from '../view/index.ts';
import { createEntry } from './entry.ts';

/** A program for tests: WXML and scripts as text, run by the base library in this process. */
export interface TestProgram {
  readonly files: Readonly<Record<string, string>>;
  /** Component path → tag → component path. */
  readonly uses?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly styleIsolation?: Readonly<Record<string, string>>;
  /** Component path → tag → tag that stands in. */
  readonly placeholders?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Routes with the program's own tab bar. */
  readonly ownTabBar?: readonly string[];
  /** Components of a part that is there only after `loadLate`. */
  readonly late?: readonly string[];
}

export interface RunningTestProgram {
  /** One turn: delivers, lets promises settle, flushes, applies what was drawn. */
  deliver(...messages: HostMessage[]): Promise<void>;
  /** Opens a page and acknowledges its first batch. */
  open(route: string, query?: Record<string, string>, openType?: OpenType): Promise<number>;
  /** Batches are to be acknowledged or timers to be fired. */
  readonly waits: boolean;
  /** Acknowledges all batches so far. */
  acknowledge(): Promise<void>;
  /** Loads the components that come late and answers all who asked for their part. */
  loadLate(): Promise<void>;
  /** Fires due timers until there are none, flushing after each. */
  runTimers(): Promise<void>;
  /** Sends an event from the view at the first node `selector` finds. */
  event(selector: string, type: string, options?: Partial<ViewEvent>): Promise<void>;
  /** The page on top as text, for example `<view class="a">hi</view>`. */
  drawn(page?: number): string;
  tree(page?: number): PageTree;
  /** All messages but `render`, in order. */
  readonly messages: GuestMessage[];
  /** Operations of the latest batch of any page. */
  readonly operations: readonly (readonly unknown[])[];
  /** What the program passed to `log(...)`. */
  readonly log: unknown[];
  /** Globals of the program. */
  readonly realm: Record<string, unknown>;
  errors(): string[];
  warnings(): string[];
}

const system = {
  brand: 'test',
  model: 'test',
  pixelRatio: 2,
  screenWidth: 375,
  screenHeight: 667,
  windowWidth: 375,
  windowHeight: 600,
  statusBarHeight: 20,
  language: 'en',
  version: '8.0.0',
  system: 'test 1',
  platform: 'devtools',
  SDKVersion: '3.0.0',
  theme: 'light' as const,
  safeArea: { left: 0, right: 375, top: 20, bottom: 667, width: 375, height: 647 },
};
const environment = {
  system,
  capsule: { left: 280, top: 24, right: 367, bottom: 56, width: 87, height: 32 },
  supported: [],
};

/** The rooms beside this one that a whole program needs; handed in, because only tests may know them. */
export interface TestRooms {
  readonly compileTemplate: typeof compileTemplate;
  readonly createPageTree: typeof createPageTree;
}

/** Starts `program` and runs launch. */
export async function startProgram(rooms: TestRooms, program: TestProgram): Promise<RunningTestProgram> {
  const realm: Record<string, unknown> = {};
  const log: unknown[] = [];
  const messages: GuestMessage[] = [];
  const trees = new Map<number, PageTree>();
  const unacknowledged: { page: number; batch: number }[] = [];
  const timers: number[] = [];
  let operations: readonly (readonly unknown[])[] = [];
  let lastPage = 0;
  let clock = 1_000_000;

  const receive = (message: GuestMessage): void => {
    if (message.kind !== 'render') {
      messages.push(message);
      return;
    }
    operations = message.operations;
    let tree = trees.get(message.page);
    if (tree === undefined) {
      tree = rooms.createPageTree({ skeleton: (index) => skeletons[index] });
      trees.set(message.page, tree);
    }
    tree.apply(message.operations);
    unacknowledged.push({ page: message.page, batch: message.batch });
  };
  const entry = createEntry((kind, text) => {
    if (kind === 'send') for (const message of JSON.parse(text)) receive(message);
    if (kind === 'timer') timers.push(Number(text.split(',')[0]));
    if (kind === 'cancel') timers.splice(timers.indexOf(Number(text)), 1);
    if (kind === 'log') log.push(`console ${JSON.parse(text).level}: ${JSON.parse(text).text}`);
    if (kind === 'random') return 'ab'.repeat(Number(text));
    clock += 1;
    return String(clock);
  }, realm);
  realm.log = (...values: unknown[]) => log.push(values.length === 1 ? values[0] : values);
  const { skeletons, components, loadLate } = loadFiles(rooms, program, realm);

  const turn = async (work: () => void): Promise<void> => {
    work();
    await new Promise((done) => setImmediate(done));
    entry.flush();
  };
  const running: RunningTestProgram = {
    deliver: (...sent) => turn(() => entry.receive(JSON.stringify(sent))),
    async open(route, query = {}, openType = 'navigateTo') {
      lastPage += 1;
      const page = lastPage;
      await running.deliver({ kind: 'open-page', page, route, query, openType });
      await running.acknowledge();
      return page;
    },
    get waits() {
      return unacknowledged.length > 0 || timers.length > 0;
    },
    async acknowledge() {
      const due = unacknowledged.splice(0);
      await running.deliver(...due.map(({ page, batch }) => ({ kind: 'rendered' as const, page, batch })));
    },
    async loadLate() {
      loadLate();
      const asked = messages.flatMap((one) => (one.kind === 'load' ? [one.call] : []));
      await running.deliver(...asked.map((call) => ({ kind: 'settle' as const, call, result: null })));
    },
    async runTimers() {
      while (timers.length > 0) {
        const id = timers.shift() ?? 0;
        await turn(() => entry.timer(id));
      }
    },
    async event(selector, type, options = {}) {
      const page = options.page ?? lastPage;
      const [ref] = running.tree(page).find(selector);
      if (ref === undefined) throw new Error(`nothing matches ${selector} in ${running.drawn(page)}`);
      await running.deliver({
        kind: 'event',
        page,
        block: ref.block,
        node: ref.node,
        type,
        bubbles: true,
        detail: {},
        timeStamp: 1,
        offsets: [],
        ...options,
      });
    },
    drawn: (page = lastPage) => running.tree(page).snapshot().children.map(drawNode).join(''),
    tree(page = lastPage) {
      const tree = trees.get(page);
      if (tree === undefined) throw new Error(`page ${page} has drawn nothing`);
      return tree;
    },
    messages,
    get operations() {
      return operations;
    },
    log,
    realm,
    errors: () => messages.flatMap((one) => (one.kind === 'error' ? [`${one.where}: ${one.message}`] : [])),
    warnings: () => messages.flatMap((one) => (one.kind === 'warning' ? [`${one.code}: ${one.message}`] : [])),
  };
  await running.deliver({
    kind: 'launch',
    options: { path: 'pages/a/a', query: {}, scene: 1001 },
    environment,
    abilities: {},
    components,
    appScript: 'app.js' in program.files ? 'app.js' : undefined,
    storage: {},
    ownTabBar: program.ownTabBar,
    account: { appId: 'test', version: '1.0.0', envVersion: 'develop' },
  });
  return running;
}

/** Compiles WXML and hands scripts over as the logic file would. */
function loadFiles(
  rooms: TestRooms,
  program: TestProgram,
  realm: Record<string, unknown>,
): {
  skeletons: Skeleton[];
  components: Record<string, GuestComponent>;
  loadLate(): void;
} {
  const skeletons: Skeleton[] = [];
  const components: Record<string, GuestComponent> = {};
  const names = Object.keys(realm);
  const values = names.map((name) => realm[name]);
  const define = (definer: 'defineModule' | 'defineWxs', file: string, code: string): void => {
    const factory = new Function('require', 'module', 'exports', ...names, code);
    const own = realm[definer];
    if (typeof own !== 'function') throw new Error(`the guest offers no ${definer}`);
    own(file, function (this: unknown, ...given: unknown[]): unknown {
      return factory.apply(this, [...given.slice(0, 3), ...values]);
    });
  };
  const late: (() => void)[] = [];
  const load = (file: string, text: string): void => {
    if (file.endsWith('.js')) define('defineModule', file, text);
    if (file.endsWith('.wxs')) define('defineWxs', file, text);
    if (!file.endsWith('.wxml')) return;
    const compiled = rooms.compileTemplate({
      file,
      text,
      isComponent: (tag) => Object.values(program.uses ?? {}).some((used) => tag in used),
      readFile: (wanted) => program.files[wanted],
    });
    if (compiled.problems.length > 0) throw new Error(JSON.stringify(compiled.problems));
    for (const wxs of compiled.inlineWxs) define('defineWxs', wxs.path, wxs.code);
    new Function('defineTemplate', compiled.unit(skeletons.length))(realm.defineTemplate);
    skeletons.push(...compiled.skeletons);
  };
  for (const [file, text] of Object.entries(program.files)) {
    const path = file.replace(/\.\w+$/, '');
    if (program.late?.includes(path)) late.push(() => load(file, text));
    else load(file, text);
    if (!file.endsWith('.wxml')) continue;
    const script = `${path}.js`;
    components[path] = {
      usingComponents: program.uses?.[path] ?? {},
      template: file,
      script: script in program.files ? script : undefined,
      styleIsolation: program.styleIsolation?.[path],
      placeholders: program.placeholders?.[path],
    };
  }
  return {
    skeletons,
    components,
    loadLate: () => {
      for (const one of late.splice(0)) one();
    },
  };
}

function drawNode(node: TreeNode): string {
  if (node.kind === 'text') return node.text;
  const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}=${JSON.stringify(value)}`);
  return `<${node.tag}${attributes.join('')}>${node.children.map(drawNode).join('')}</${node.tag}>`;
}
