import {
  createDomScreen,
  defaultEnvironment,
  httpSource,
  openPackage,
  openProgram,
  openSandbox,
  type PageSurface,
  type Screen,
  spawnWebWorker,
} from '@terrarium/runtime';
import { middleTextIn } from './list-state.ts';
import { layOut, type Subject, type Timing } from './subject.ts';

/**
 * The whole of it: a program in QuickJS in a worker, its messages validated, its tree applied and painted into a
 * script-less frame, all by the same code as in a player. A change begins with the message that has the guest
 * call `setData`, so the way there, the guest's own time and the way back are counted.
 */
export async function createTerrarium(): Promise<Subject> {
  const flushed = createFlushWatch();
  const environment = defaultEnvironment([]);
  const [opened, baseLibrary, wasm] = await Promise.all([
    openPackage(httpSource(new URL('/package/', location.origin))),
    fetch('/player/guest.js').then((response) => response.text()),
    WebAssembly.compileStreaming(fetch('/player/quickjs.wasm')),
  ]);
  const dom = createDomScreen(document.body, environment);
  const screen: Screen = {
    ...dom,
    openPage(page) {
      const surface = dom.openPage(page);
      flushed.watch(surface);
      return surface;
    },
  };
  const program = await openProgram({
    package: opened,
    sandbox: () => openSandbox({ spawn: () => spawnWebWorker('/player/sandbox-worker.js'), baseLibrary, wasm }),
    bridge: {
      call: async () => ({ ok: false, error: { errMsg: 'fail no host' } }),
      onNotify: () => () => undefined,
      report: () => undefined,
    },
    screen,
    launch: { path: '', query: {}, scene: 1001 },
    environment,
    storage: {},
  });
  await program.idle();
  const frame = document.querySelector<HTMLIFrameElement>('iframe[data-page]')?.contentDocument;
  if (!frame) throw new Error('the program drew no page');
  return {
    async prepare(order) {
      await program.inspect('call-method', { method: 'prepare', args: [{ ...order }] });
      layOut(frame);
    },
    async run() {
      const start = performance.now();
      const timing = flushed.next(frame, start);
      const answer = program.inspect('call-method', { method: 'run', args: [] });
      const measured = await timing;
      await answer;
      const [problem] = program.problems;
      if (problem) throw new Error(problem.message);
      return measured;
    },
    rowCount: () => frame.querySelectorAll('.row').length,
    middleText: () => middleTextIn(frame),
    settled: () => program.idle(),
  };
}

/** Tells when a batch is in the DOM: the player asks its surface for the next frame right after it applied one. */
function createFlushWatch() {
  let waiting: (() => void) | undefined;
  return {
    watch(surface: PageSurface): void {
      const flushed = surface.flushed.bind(surface);
      surface.flushed = () => {
        waiting?.();
        return flushed();
      };
    },
    next: (frame: Document, start: number): Promise<Timing> =>
      new Promise((resolve) => {
        waiting = () => {
          waiting = undefined;
          const written = performance.now();
          layOut(frame);
          resolve({ domMs: written - start, layoutMs: performance.now() - start });
        };
      }),
  };
}
