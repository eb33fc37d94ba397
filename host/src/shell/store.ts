import type { LaunchOptions, Problem } from '@terrarium/runtime/protocol';
import { create } from 'zustand';
import type { Preferences, ProgramListing } from '../web/messages.ts';
import type { Account } from './account/account.ts';
import type { Inbox } from './messages/inbox-client.ts';
import type { Question } from './questions.ts';

/** One opened program, front or hidden. What belongs to its player window lives in `sessions`. */
export interface RunningProgram {
  readonly appId: string;
  /** Counts this program's player windows: a reload is a new one. What an older one still says is dropped. */
  readonly generation: number;
  readonly launch: LaunchOptions;
  /** `waiting` has no good build to run yet. */
  readonly phase: 'waiting' | 'starting' | 'ready' | 'failed';
  readonly failure?: Problem | undefined;
  readonly title: string;
  /** Of the page in front; the status bar follows it, the capsule never does. */
  readonly textStyle: 'black' | 'white';
  readonly errors: number;
  readonly lastError?: Problem | undefined;
  /** The person put the compile overlay away; the next failed build brings it back. */
  readonly overlayHidden: boolean;
  readonly calls: readonly UsedCapability[];
  /** Its menu offers to share it. */
  readonly sharing: boolean;
  /** It follows where the person is. */
  readonly following: boolean;
  /** What it plays, also when it is away. */
  readonly sound?: { readonly playing: boolean; readonly title: string; readonly singer: string } | undefined;
  /** The program that opened this one. */
  readonly openedBy?: string | undefined;
}

export interface UsedCapability {
  readonly name: string;
  readonly allowed: number;
  readonly refused: number;
}

export interface Consent {
  readonly scope: string;
  /** The program's own words, from its app.json. */
  readonly reason?: string | undefined;
  readonly answer: (decision: 'granted' | 'refused' | 'closed') => void;
}

export type Sheet =
  | { readonly kind: 'menu' | 'about' | 'conversation'; readonly appId: string }
  | { readonly kind: 'consent'; readonly number: number; readonly appId: string; readonly consent: Consent }
  | { readonly kind: 'question'; readonly number: number; readonly appId: string; readonly question: Question };

let lastSheet = 0;

/** Each question is a sheet of its own, with its own 500 ms, even when one follows the other. */
export function nextSheet(): number {
  lastSheet += 1;
  return lastSheet;
}

/** `wallet` lies behind `me`, `inbox` behind `home`. */
export type View = 'home' | 'tasks' | 'me' | 'wallet' | 'inbox';

export interface ShellState {
  /** Undefined until the host has answered once. */
  readonly programs: readonly ProgramListing[] | undefined;
  readonly reachable: boolean;
  readonly view: View;
  /** App id of the program on screen. */
  readonly front: string | undefined;
  /** In order of opening, never reordered: moving an iframe in the document reloads it. */
  readonly running: readonly RunningProgram[];
  readonly sheet: Sheet | undefined;
  readonly preferences: Preferences;
  readonly notice: string | undefined;
  /** Who is signed in; null when nobody is, undefined until it is known. */
  readonly account: Account | null | undefined;
  /** Of the phone's screen, from 0 to 1. */
  readonly brightness: number;
  readonly inbox: Inbox;
}

export const useShell = create<ShellState>()(() => ({
  programs: undefined,
  reachable: true,
  view: 'home',
  front: undefined,
  running: [],
  sheet: undefined,
  preferences: { recents: [], model: undefined, appearance: 'system' },
  notice: undefined,
  account: undefined,
  brightness: 1,
  inbox: { threads: [], notices: [] },
}));

export function listingOf(appId: string): ProgramListing | undefined {
  return useShell.getState().programs?.find((program) => program.appId === appId);
}

export function runningOf(appId: string): RunningProgram | undefined {
  return useShell.getState().running.find((program) => program.appId === appId);
}

/** Changes one running program; a program that is gone, or a window that was replaced, stays as it is. */
export function changeRunning(
  appId: string,
  change: (program: RunningProgram) => Partial<RunningProgram>,
  generation?: number,
): void {
  useShell.setState((state) => ({
    running: state.running.map((program) =>
      program.appId === appId && (generation === undefined || generation === program.generation)
        ? { ...program, ...change(program) }
        : program,
    ),
  }));
}
