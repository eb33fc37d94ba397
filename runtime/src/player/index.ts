/**
 * Does: runs one program in one window: worker, trees, page stack, bars and overlays, and answers its player calls.
 * Does not: perform effects, decide permissions, or evaluate anything the program brought.
 * Owns: which pages are open, what is on the screen, and the program's end.
 */
export type { BridgeLink } from './bridge-link.ts';
export { defaultEnvironment } from './default-environment.ts';
export { createDomScreen } from './dom-screen/dom-screen.ts';
export type { HeadlessPage } from './headless-page.ts';
export { createHeadlessScreen, type HeadlessScreen } from './headless-screen.ts';
export type { Warning } from './journal.ts';
export { openProgram } from './open-program.ts';
export type { PageInfo, Program, ProgramOptions } from './program.ts';
export { workerLimits } from './program-workers.ts';
export type * from './screen.ts';
export { watchSoftKeyboard } from './soft-keyboard.ts';
export { systemTimers, type Timers } from './timers.ts';
