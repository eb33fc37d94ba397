import { type Problem, problemOf, TerrariumError } from '../protocol/errors.ts';
import type { Json } from '../protocol/json.ts';
import type { PlayerReport } from '../protocol/messages.ts';
import { createAssets, type ProgramAssets } from './assets.ts';
import { createCallRouter } from './call-router.ts';
import { createCalls } from './calls.ts';
import { createCanvases } from './canvases.ts';
import { carryingCall } from './carrying-call.ts';
import { fetchAhead } from './fetch-ahead.ts';
import { createPictureFetch } from './fetch-picture.ts';
import { createFonts } from './fonts.ts';
import { createForeground } from './foreground.ts';
import { createGuestLink, type GuestSend } from './guest-link.ts';
import { settle } from './idle.ts';
import { createJournal } from './journal.ts';
import { createKeyboard } from './keyboard.ts';
import { launch, routeOf } from './launch.ts';
import { mapNotice } from './map-position.ts';
import { createNavigator } from './navigator.ts';
import { createOpenTypes } from './open-types.ts';
import { createOverlays } from './overlays.ts';
import type { Page } from './page.ts';
import { createPageElements } from './page-elements.ts';
import { createPageEvents } from './page-events.ts';
import { createPerformanceEntries } from './performance.ts';
import { createPictures } from './pictures.ts';
import type { Program, ProgramOptions } from './program.ts';
import { createProgramFiles } from './program-files.ts';
import { createProgramParts } from './program-parts.ts';
import { createProgramWorkers } from './program-workers.ts';
import { createRendering } from './rendering.ts';
import { createSounds } from './sounds.ts';
import { createStackMap } from './stack-map.ts';
import { createSyntheticInput } from './synthetic-input.ts';
import { createTabBar } from './tab-bar.ts';
import { createTheming } from './theming.ts';
import { systemTimers } from './timers.ts';

/**
 * Starts a program and opens its first page. One that cannot start is reported as a fatal problem and shown on
 * the screen before this rejects.
 *
 * @throws TerrariumError PACKAGE, PAGE_NOT_FOUND, LIMIT_* or what opening the sandbox throws.
 */
export async function openProgram(options: ProgramOptions): Promise<Program> {
  const { bridge, screen } = options;
  const { manifest } = options.package;
  const now = options.now ?? (() => globalThis.performance.now());
  const listeners = new Set<(report: PlayerReport) => void>([(report) => bridge.report(report)]);
  const report = (message: PlayerReport) => {
    for (const hear of listeners) hear(message);
  };
  const stackMap = createStackMap();
  const journal = createJournal(stackMap, report);
  const pending = new Set<Promise<unknown>>();
  const busy = (work: Promise<unknown>) => {
    pending.add(work);
    const finished = () => void pending.delete(work);
    work.then(finished, finished);
  };
  let lastGesture: number | undefined;
  const gesture = () => {
    lastGesture = now();
  };

  // Undefined while it runs. Set once; every late result meets closed doors from then on.
  let over: { readonly problem?: Problem } | undefined;
  const end = (problem: Problem) => {
    if (over) return;
    const mapped = journal.fatal(problem);
    close(mapped);
    screen.showFailure(mapped);
  };

  fetchAhead(options.package, routeOf(options.launch.path) || manifest.entryPage);
  const guest = await openGuest();
  const performance = createPerformanceEntries({ now, deliver: guest.deliver });
  const files = createProgramFiles({
    package: options.package,
    bridge,
    assets: () => assets,
    extend: guest.extend,
    deliver: guest.deliver,
    failed: (message) => journal.warning('FILES', message),
  });
  const assets: ProgramAssets = createAssets(options.package, files);
  const canvases = createCanvases({
    assets,
    decode: screen.decode,
    fetch: createPictureFetch(files.bridge),
    post: (message, transfer) => guest.extend('canvas', message, transfer),
  });
  const fonts = createFonts({
    pages: () => navigator.stack,
    draw: canvases.addFont,
  });
  const overlays = createOverlays(screen, options.timers ?? systemTimers);
  const gestureAge = () => (lastGesture === undefined ? undefined : now() - lastGesture);
  const pictures = createPictures({ screen, assets, bridge, gestureAge });
  const theming = createTheming(manifest, options.environment.system.theme);
  const tabBar = createTabBar(theming.tabBar(), screen, assets);
  const parts = createProgramParts({
    package: options.package,
    stackMap,
    async load(file, code) {
      await files.prepare(code);
      performance.script(code);
      const from = now();
      await guest.load(file, code);
      performance.evaluated(file, from);
    },
    failed: (problem) => void (over ?? journal.error(problem)),
  });
  const navigator = createNavigator({
    package: options.package,
    parts,
    screen,
    assets,
    tabBar,
    theming,
    deliver: guest.deliver,
    listen: (page) => events.listener(page),
    leaving: (page) => elements.leaving(page),
    now,
    opened(page, opening) {
      performance.opened(page, opening);
      rendering.opened(page);
      fonts.opened(page);
      busy(parts.preload(page.route));
    },
    changed: announcer(report, () => navigator.top),
  });
  const elements = createPageElements({
    manifest,
    home: globalThis.location?.origin ?? '',
    offerPicture: (src, url, page) => void pictures.offer(src, `${page.route}.wxml`, url),
    deliver: guest.deliver,
    warning: (message) => journal.warning('ELEMENT', message),
  });
  const askHost = (name: string, params: Json) => bridge.call(name, params, gestureAge());
  const openTypes = createOpenTypes({
    call: askHost,
    deliver: guest.deliver,
    keep: assets.keep,
    warning: (message) => journal.warning('ELEMENT', message),
  });
  const keyboard = createKeyboard({ deliver: guest.deliver });
  const events = createPageEvents({
    navigator,
    tabBar,
    journal,
    openTypes,
    askHost,
    elements,
    deliver: guest.deliver,
    gesture,
    keyboard,
  });
  const sounds = createSounds({
    assets,
    open: screen.openSound,
    heard: (data) => guest.deliver({ kind: 'notify', name: 'sound', data }),
    background: (sound) => report({ kind: 'background-sound', ...sound }),
  });
  const workers = createProgramWorkers({
    ...{ package: options.package, open: options.workerSandbox, stackMap, journal },
    notify: (data) => guest.deliver({ kind: 'notify', name: 'worker', data }),
  });
  let announcedReady = false;
  const rendering = createRendering({
    find: navigator.find,
    issued: navigator.issued,
    deliver: guest.deliver,
    roundTrip: () => guest.inspect('pages', null),
    now,
    rendered: performance.rendered,
    busy,
    ready() {
      if (!announcedReady) report({ kind: 'ready' });
      announcedReady = true;
    },
  });
  const router = createCallRouter({
    calls: createCalls({
      ...{ navigator, tabBar, overlays, assets, pictures, sounds, canvases, fonts, workers, pulled: events.pulled },
      observed: (data) => guest.deliver({ kind: 'notify', name: 'observed', data }),
    }),
    ask: carryingCall(files.bridge, assets, () => navigator.top?.route ?? ''),
    load: parts.ensure,
    deliver: guest.deliver,
    busy,
    gestureAge,
  });
  const undos = [
    bridge.onNotify((name, data) => {
      if (name !== mapNotice) guest.deliver({ kind: 'notify', name, data });
    }),
    screen.onAction(events.act),
  ];

  try {
    const { storage } = options;
    const environment = theming.environment(options.environment);
    await launch({ manifest, guest, navigator, parts }, { options: options.launch, environment, storage });
  } catch (error) {
    end(problemOf(error));
    throw over?.problem ? errorOf(over.problem) : error;
  }

  const pageOf = (id: number | undefined): Page => {
    const page = id === undefined ? navigator.top : navigator.find(id);
    if (page) return page;
    throw new TerrariumError('BAD_ARGUMENT', id === undefined ? 'No page is open.' : `Page ${id} is not open.`);
  };
  return {
    appId: manifest.appId,
    development: manifest.development,
    get route() {
      return navigator.top?.route ?? '';
    },
    pages: () =>
      navigator.stack.map((page) => ({
        page: page.id,
        route: page.route,
        query: page.query,
        nodes: page.tree.nodeCount,
        ...rendering.progress(page),
      })),
    tree: (page) => pageOf(page).tree,
    data: async (page) => guest.inspect('page-data', { page: pageOf(page).id }),
    inspect: guest.inspect,
    ...createSyntheticInput({ top: () => navigator.top, dispatch: events.dispatch, gesture, now }),
    ...createForeground({ ...options, sounds, navigator, theming, themeChanged, deliver: guest.deliver }),
    setKeyboard: keyboard.set,
    controlSound: sounds.controlBackground,
    simulateKeyboard: keyboard.simulate,
    idle: () =>
      settle({
        pending: () => [...pending],
        received: () => guest.received,
        roundTrip: () => navigator.settled().then(() => guest.inspect('pages', null)),
      }),
    problems: journal.problems,
    warnings: journal.warnings,
    get ended() {
      return over?.problem;
    },
    onReport(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    dispose: () => close(),
  };

  function themeChanged(): void {
    navigator.themeChanged();
    tabBar.setTheme(theming.tabBar());
  }

  async function openGuest() {
    const sandbox = await options.sandbox().catch((error: unknown) => {
      screen.showFailure(journal.fatal(problemOf(error)));
      throw error;
    });
    return createGuestLink(sandbox, {
      message: receive,
      log: journal.log,
      failed: journal.error,
      ended: end,
      extended,
    });
  }

  function extended(name: string, data: unknown): void {
    if (name === 'canvas') canvases.hear(data);
    else if (name === 'files') files.hear(data);
  }

  function receive(message: GuestSend): void {
    switch (message.kind) {
      case 'render':
        rendering.render(message);
        break;
      case 'call':
        router.call(message.call, message.name, message.params);
        break;
      case 'load':
        router.load(message.call, message.path);
        break;
      case 'tell':
        router.tell(message.name, message.params);
        break;
      case 'warning':
        journal.warning(message.code, message.message, message.stack);
        break;
      case 'error': {
        const { where, message: text, stack, code = 'SCRIPT' } = message;
        journal.error({ code, message: `${where}: ${text}`, stack });
        break;
      }
      default:
        message satisfies never;
    }
  }

  function close(problem?: Problem): void {
    if (over) return;
    over = { problem };
    for (const undo of undos) undo();
    overlays.dispose();
    pictures.dispose();
    sounds.dispose();
    workers.dispose();
    navigator.dispose();
    guest.dispose();
    assets.dispose();
  }
}

/** Tells the host title and text style of the page on top, when they are others than before. */
function announcer(report: (report: PlayerReport) => void, top: () => Page | undefined): () => void {
  let title: string | undefined;
  let textStyle: string | undefined;
  return () => {
    const bar = top()?.bar;
    if (!bar) return;
    if (bar.title !== title) report({ kind: 'title', text: bar.title });
    if (bar.textStyle !== textStyle) report({ kind: 'capsule', textStyle: bar.textStyle });
    ({ title, textStyle } = bar);
  };
}

function errorOf({ code, message, position, sourceLine }: Problem): TerrariumError {
  return new TerrariumError(code, message, { ...(position && { position }), ...(sourceLine && { sourceLine }) });
}
