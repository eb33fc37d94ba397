import { watchSoftKeyboard } from '@terrarium/runtime';
import {
  type Environment,
  type Json,
  type LaunchOptions,
  type PlayerReport,
  type Problem,
  problemOf,
  type ToPlayer,
} from '@terrarium/runtime/protocol';
import { hostApi } from '../host.ts';
import { watchBattery } from '../phone/battery.ts';
import { environmentOf } from '../phone/environment.ts';
import type { PhoneModel } from '../phone/phone-models.ts';
import { changeRunning, runningOf, useShell } from '../store.ts';
import { texts } from '../texts.ts';
import { problemFrom } from './problem-data.ts';
import { openProgramGate, type ProgramGate } from './program-gate.ts';
import { programOrigin } from './program-origin.ts';
import { createReportLog, type ReportLog } from './report-log.ts';

/** The line to one program's player window. At most one per program; a reload makes a new one. */
interface Session {
  readonly appId: string;
  readonly generation: number;
  /** Opened while the player loads. */
  readonly gate: Promise<ProgramGate>;
  readonly log: ReportLog;
  readonly asked: Map<number, (answer: { readonly result?: Json; readonly error?: string }) => void>;
  post?: (message: ToPlayer) => void;
  close?: () => void;
  silence?: ReturnType<typeof setTimeout>;
  ended: boolean;
}

/** A player that has said nothing for this long while starting is given up. */
const silentMs = 10_000;
/** How long a reload waits to hear which page is in front. */
const askMs = 500;
const keptReports = 1_000;

const sessions = new Map<string, Session>();
const reports = new Map<string, PlayerReport[]>();
let source: { readonly model: PhoneModel; readonly theme: 'light' | 'dark' } | undefined;
let lastQuestion = 0;
let battery: Environment['battery'];
// Where it fails there is no battery to tell of.
watchBattery((told) => {
  battery = told;
  if (source !== undefined) tellEnvironment();
}).catch(() => {});

/** Tells every program when the phone or its appearance changes. */
export function setEnvironmentSource(next: { readonly model: PhoneModel; readonly theme: 'light' | 'dark' }): void {
  source = next;
  tellEnvironment();
}

function tellEnvironment(): void {
  for (const session of sessions.values()) {
    void session.gate.then(
      (gate) => session.post?.({ kind: 'environment', environment: environmentFor(gate) }),
      () => {},
    );
  }
}

/** Begins a new window of a program: everything that can be had before its player has loaded. */
export function prepare(appId: string, generation: number): void {
  end(appId);
  reports.set(appId, []);
  const session: Session = {
    appId,
    generation,
    gate: openProgramGate(appId),
    log: createReportLog((lines) => hostApi.log(appId, lines)),
    asked: new Map(),
    ended: false,
  };
  sessions.set(appId, session);
  session.gate.catch((error: unknown) => fail(session, problemOf(error)));
  expectWord(session);
}

/** The player's document has loaded: hands it its end of the line and starts the program. */
export async function playerLoaded(appId: string, generation: number, frame: HTMLIFrameElement): Promise<void> {
  const session = sessions.get(appId);
  if (session === undefined || session.generation !== generation || session.post !== undefined) return;
  const channel = new MessageChannel();
  const port = channel.port1;
  const post = (message: ToPlayer): void => port.postMessage(message);
  session.post = post;
  const unwatch = watchSoftKeyboard(frame, (keyboard) => {
    if (useShell.getState().front === appId) post({ kind: 'keyboard', keyboard });
  });
  session.close = () => {
    unwatch();
    port.close();
  };
  frame.contentWindow?.postMessage({ kind: 'terrarium-port' }, programOrigin(appId), [channel.port2]);
  try {
    const gate = await session.gate;
    if (session.ended) return;
    gate.connect(port, (report) => heard(session, report));
    port.start();
    const launch = runningOf(appId)?.launch;
    if (launch === undefined) return;
    post({
      kind: 'start',
      digest: gate.digest,
      options: launch,
      environment: environmentFor(gate),
      storage: gate.storage,
      inspect: hostApi.development,
      ...(gate.mapTiles && { surroundings: { tiles: gate.mapTiles } }),
    });
    if (useShell.getState().front !== appId) post({ kind: 'visibility', visible: false });
  } catch {
    // The gate did not open: `prepare` has said so.
  }
}

export function setVisible(appId: string, visible: boolean, options?: LaunchOptions): void {
  sessions.get(appId)?.post?.({ kind: 'visibility', visible, ...(options === undefined ? {} : { options }) });
}

/** What plays in the background goes on, pauses or ends. */
export function controlSound(appId: string, action: 'play' | 'pause' | 'stop'): void {
  sessions.get(appId)?.post?.({ kind: 'background-sound', action });
}

/** Asks the running program; rejects when it is not running, answers with an error, or ends meanwhile. */
export function inspect(appId: string, method: string, params: Json): Promise<Json> {
  const session = sessions.get(appId);
  const post = session?.post;
  if (session === undefined || post === undefined) return Promise.reject(new Error(`${appId} is not running`));
  lastQuestion += 1;
  const id = lastQuestion;
  return new Promise((resolve, reject) => {
    session.asked.set(id, ({ result, error }) =>
      error === undefined ? resolve(result ?? null) : reject(new Error(error)),
    );
    post({ kind: 'inspect', id, method, params });
  });
}

/** Route and query of the page in front, or undefined when the program does not say in time. */
export async function pageInFront(
  appId: string,
): Promise<{ readonly path: string; readonly query: Readonly<Record<string, string>> } | undefined> {
  const tooLong = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), askMs));
  const pages = await Promise.race([inspect(appId, 'Terrarium.getPages', {}).catch(() => undefined), tooLong]);
  const top = Array.isArray(pages) ? pages.at(-1) : undefined;
  return typeof top?.route === 'string' ? { path: top.route, query: { ...top.query } } : undefined;
}

/** What the program's present window has reported, oldest first. */
export function reportsOf(appId: string): readonly PlayerReport[] {
  return reports.get(appId) ?? [];
}

/** Stops a program's window: its player is told, its line closed, whatever waits for it settled. */
export function end(appId: string): void {
  const session = sessions.get(appId);
  if (session === undefined) return;
  sessions.delete(appId);
  session.ended = true;
  clearTimeout(session.silence);
  session.post?.({ kind: 'stop' });
  session.close?.();
  session.log.dispose();
  for (const answer of session.asked.values()) answer({ error: `${appId} was closed` });
  session.gate.then(
    (gate) => gate.dispose(),
    () => {},
  );
}

function heard(session: Session, report: PlayerReport): void {
  if (session.ended) return;
  const { appId, generation } = session;
  const kept = reports.get(appId);
  kept?.push(report);
  if (kept !== undefined && kept.length > keptReports) kept.shift();
  const phase = runningOf(appId)?.phase;
  if (phase === 'starting') expectWord(session);
  switch (report.kind) {
    case 'ready':
      clearTimeout(session.silence);
      changeRunning(appId, () => ({ phase: 'ready' }), generation);
      break;
    case 'title':
      changeRunning(appId, () => ({ title: report.text }), generation);
      break;
    case 'capsule':
      changeRunning(appId, () => ({ textStyle: report.textStyle }), generation);
      break;
    case 'background-sound': {
      const { state, title, singer } = report;
      const sound = state === 'ended' ? undefined : { playing: state === 'playing', title, singer };
      changeRunning(appId, () => ({ sound }), generation);
      break;
    }
    case 'log':
      session.log.add(report);
      break;
    case 'problem': {
      const problem = problemFrom(report.problem);
      session.log.add({ kind: 'problem', problem });
      changeRunning(appId, (program) => ({ errors: program.errors + 1, lastError: problem }), generation);
      if (report.fatal) fail(session, problem);
      break;
    }
    case 'inspected': {
      const answer = session.asked.get(report.id);
      session.asked.delete(report.id);
      answer?.(report);
      break;
    }
    case 'inspector-event':
      break;
    default:
      report satisfies never;
  }
}

function expectWord(session: Session): void {
  clearTimeout(session.silence);
  session.silence = setTimeout(() => {
    if (runningOf(session.appId)?.phase === 'starting') {
      fail(session, { code: 'LIMIT_SILENT', message: texts.silentPlayer });
    }
  }, silentMs);
}

function fail(session: Session, problem: Problem): void {
  if (session.ended) return;
  const { appId, generation } = session;
  changeRunning(appId, () => ({ phase: 'failed', failure: problem, sound: undefined }), generation);
  end(appId);
}

function environmentFor(gate: ProgramGate): Environment {
  if (source === undefined) throw new Error('the phone is drawn before any program starts');
  return environmentOf({
    ...source,
    language: navigator.language,
    hostVersion: gate.hostVersion,
    supported: gate.supported,
    battery,
  });
}
