import type { Json, LaunchOptions } from '@terrarium/runtime/protocol';
import type { ProgramTarget } from '../providers/index.ts';
import type { HostEvent, Preferences, ProgramListing } from '../web/messages.ts';
import { endSession } from './account/account.ts';
import { person } from './account/person.ts';
import { personTexts } from './account/person-texts.ts';
import { hostApi } from './host.ts';
import { type Link, readPath } from './link.ts';
import { loadInbox } from './messages/inbox-client.ts';
import { grantsChanged } from './program/program-gate.ts';
import { programHost } from './program/program-host.ts';
import { scenes } from './program/scenes.ts';
import * as sessions from './program/sessions.ts';
import { changeRunning, listingOf, type RunningProgram, runningOf, useShell, type View } from './store.ts';
import { texts } from './texts.ts';

/** What a person, a link or a test can make the shell do. */
export interface Launch {
  readonly path?: string | undefined;
  readonly query?: Readonly<Record<string, string>> | undefined;
  readonly scene?: number | undefined;
  /** Written by the host, never by a program. */
  readonly referrerInfo?: LaunchOptions['referrerInfo'];
}

const set = useShell.setState;
const get = useShell.getState;

export async function loadPrograms(): Promise<void> {
  try {
    set({ programs: await hostApi.programs(), reachable: true });
  } catch {
    set({ reachable: false });
  }
}

/** Follows the host's builds: new listings, and a new window for a running program whose package changed. */
export async function followHost(event: HostEvent): Promise<void> {
  if (event.kind === 'grants') {
    await grantsChanged(event.appId);
    return;
  }
  if (event.kind === 'messages') {
    await loadInbox();
    return;
  }
  const before = listingOf(event.appId)?.digest;
  await loadPrograms();
  if (event.kind === 'problems') {
    changeRunning(event.appId, () => ({ overlayHidden: false }));
    return;
  }
  const program = runningOf(event.appId);
  if (program !== undefined && (before !== event.digest || program.phase === 'waiting')) {
    await reloadProgram(event.appId, 'keep-route');
  }
}

export function showView(view: View): void {
  setFront(undefined);
  set({ view, notice: undefined });
}

/** Opens a program, or brings it to the front; with a path it starts anew there. Resolves to false when there is no such program. */
export function launchProgram(appId: string, launch: Launch = {}): boolean {
  const listing = listingOf(appId);
  if (listing === undefined) return false;
  if (get().account === null) {
    showView('me');
    set({ notice: personTexts.signInFirst });
    return true;
  }
  const scene = launch.scene ?? scenes.launcher;
  remember(appId);
  const program = runningOf(appId);
  if (program === undefined) {
    const fresh: RunningProgram = { ...freshWindow(listing, 1), launch: optionsOf(listing, launch), appId };
    set((state) => ({ running: [...state.running, fresh], notice: undefined }));
    if (fresh.phase === 'starting') sessions.prepare(appId, fresh.generation);
  } else if (launch.path !== undefined) {
    startAnew(program, listing, optionsOf(listing, launch));
  }
  setFront(appId, { scene });
  return true;
}

/** Does what an address from outside asks. A page that is not offered to the outside is not opened; the first one is. */
export function followLink({ appId, launch }: Link): void {
  const listing = listingOf(appId);
  const { path, scene } = launch;
  const isClosed = path !== undefined && path !== listing?.entryPage && listing?.entryPages?.includes(path) === false;
  const isKnown = launchProgram(appId, isClosed ? { scene } : launch);
  if (!isKnown) set({ notice: texts.unknownProgram(appId) });
  else if (isClosed) programHost.note(appId, `link: ${path} is none of its entryPages; its first page is opened`);
}

export function bringToFront(appId: string, scene: number): void {
  remember(appId);
  setFront(appId, { scene });
}

/** Back to the shell; the program stays and is hidden. */
export function leaveProgram(): void {
  setFront(undefined);
}

export function closeProgram(appId: string): void {
  if (get().front === appId) dropSheet();
  sessions.end(appId);
  set((state) => ({
    running: state.running.filter((program) => program.appId !== appId),
    front: state.front === appId ? undefined : state.front,
  }));
}

/** Replaces the program's window. `keep-route` opens the page that is in front now. */
export async function reloadProgram(appId: string, where: 'keep-route' | 'from-start'): Promise<void> {
  const before = runningOf(appId);
  const page = where === 'keep-route' ? await sessions.pageInFront(appId) : undefined;
  const program = runningOf(appId);
  const listing = listingOf(appId);
  // Closed or replaced while its page was asked for.
  if (program === undefined || listing === undefined || program.generation !== before?.generation) return;
  const launch =
    page === undefined || !listing.pages.includes(page.path) ? program.launch : { ...program.launch, ...page };
  startAnew(program, listing, launch);
}

/** After a fatal problem: from the entry page, since the one it was opened at may be what it died of. */
export function restartProgram(appId: string): void {
  const program = runningOf(appId);
  const listing = listingOf(appId);
  if (program !== undefined && listing !== undefined) startAnew(program, listing, optionsOf(listing, {}));
}

function startAnew(program: RunningProgram, listing: ProgramListing, launch: LaunchOptions): void {
  sessions.end(program.appId);
  const fresh = freshWindow(listing, program.generation + 1);
  // A program that waited for its first good build had no entry page to be launched at.
  const path = launch.path === '' ? listing.entryPage : launch.path;
  changeRunning(program.appId, () => ({ ...fresh, launch: { ...launch, path } }));
  if (fresh.phase === 'starting') sessions.prepare(program.appId, fresh.generation);
}

function freshWindow(listing: ProgramListing, generation: number): Omit<RunningProgram, 'appId' | 'launch'> {
  return {
    generation,
    phase: listing.digest === '' ? 'waiting' : 'starting',
    failure: undefined,
    title: '',
    textStyle: 'black',
    errors: 0,
    lastError: undefined,
    overlayHidden: false,
    calls: [],
    sharing: true,
    following: false,
    sound: undefined,
  };
}

function optionsOf(listing: ProgramListing, launch: Launch): LaunchOptions {
  return {
    path: launch.path ?? listing.entryPage,
    query: launch.query ?? {},
    scene: launch.scene ?? scenes.launcher,
    ...(launch.referrerInfo && { referrerInfo: launch.referrerInfo }),
  };
}

function setFront(appId: string | undefined, options: Partial<LaunchOptions> = {}): void {
  const before = get().front;
  if (before === appId) return;
  dropSheet();
  // What one program did to the screen is not the next one's.
  set({ front: appId, brightness: 1 });
  if (before !== undefined) sessions.setVisible(before, false);
  const program = appId === undefined ? undefined : runningOf(appId);
  if (program !== undefined) {
    // Without a path the program comes back where it was.
    sessions.setVisible(program.appId, true, { path: '', query: {}, scene: program.launch.scene, ...options });
  }
}

export function openMenu(appId: string): void {
  set({ sheet: { kind: 'menu', appId } });
}

export function openAbout(appId: string): void {
  set({ sheet: { kind: 'about', appId } });
}

/** The conversation with a program's maker; a card in it opens the program. */
export function openConversation(appId: string): void {
  set({ sheet: { kind: 'conversation', appId } });
}

export function leaveConversation(appId: string, path?: string): void {
  closeSheet();
  if (path !== undefined) launchProgram(appId, { ...readPath(path), scene: scenes.conversation });
}

export function closeSheet(): void {
  set({ sheet: undefined });
}

/** Puts away whatever sheet is open; a question that was open counts as closed. */
export function dropSheet(): void {
  answerConsent('closed');
  const { sheet } = get();
  if (sheet?.kind === 'question') sheet.question.answer();
  closeSheet();
}

export function answerConsent(decision: 'granted' | 'refused' | 'closed'): void {
  const { sheet } = get();
  if (sheet?.kind !== 'consent') return;
  set({ sheet: undefined });
  sheet.consent.answer(decision);
}

/** Opens a program for another one. Who that is stands in `referrerInfo`, where only the host writes. */
export function openFrom(from: string, { appId, path, extraData = {} }: ProgramTarget): void {
  const [route = '', search = ''] = path.replace(/^\/+/, '').split('?', 2);
  const query = Object.fromEntries(new URLSearchParams(search));
  const referrerInfo = { appId: from, extraData };
  const scene = scenes.fromProgram;
  if (runningOf(appId) === undefined) {
    launchProgram(appId, { ...(route !== '' && { path: route }), query, scene, referrerInfo });
  } else {
    remember(appId);
    setFront(appId, { path: route, query, scene, referrerInfo });
  }
  changeRunning(appId, () => ({ openedBy: from }));
}

/** Back to the program that opened this one. False when none did, or it was closed. */
export function returnToOpener(appId: string, extraData: Json): boolean {
  const opener = runningOf(appId)?.openedBy;
  if (opener === undefined || runningOf(opener) === undefined) return false;
  changeRunning(appId, () => ({ openedBy: undefined }));
  setFront(opener, { scene: scenes.backFromProgram, referrerInfo: { appId, extraData } });
  return true;
}

/** Starts a program anew at a page it names itself. */
export function restartAt(appId: string, path: string): void {
  const program = runningOf(appId);
  const listing = listingOf(appId);
  if (program === undefined || listing === undefined) return;
  const [route = '', search = ''] = path.replace(/^\/+/, '').split('?', 2);
  const query = Object.fromEntries(new URLSearchParams(search));
  startAnew(program, listing, optionsOf(listing, { ...(route !== '' && { path: route }), query }));
}

/** Asks the page in front what it wants to share; the share sheet follows. */
export function shareFromMenu(appId: string): void {
  closeSheet();
  programHost.tell(appId, 'share', { from: 'menu' });
}

/** What the person has allowed the program, from its menu. */
export function openSettings(appId: string): void {
  closeSheet();
  void person.showSettings(appId);
}

export function openFeedback(appId: string): void {
  closeSheet();
  void person.writeFeedback(appId).then((text) => {
    if (text !== undefined) programHost.note(appId, `feedback: ${text}`);
  });
}

/** Nobody is signed in any more: what runs belongs to the person who left. */
export function closeAll(): void {
  for (const { appId } of get().running) closeProgram(appId);
}

export async function signOut(): Promise<void> {
  closeAll();
  await endSession();
}

export function hideOverlay(appId: string): void {
  changeRunning(appId, () => ({ overlayHidden: true }));
}

export function setPreferences(change: Partial<Preferences>): void {
  const preferences = { ...get().preferences, ...change };
  set({ preferences });
  // Not remembered when the host is gone; what is shown stays.
  hostApi.savePreferences(preferences).catch(() => {});
}

/** Newest first, at most eight. */
function remember(appId: string): void {
  const { recents } = get().preferences;
  if (recents[0] === appId) return;
  setPreferences({ recents: [appId, ...recents.filter((other) => other !== appId)].slice(0, 8) });
}
