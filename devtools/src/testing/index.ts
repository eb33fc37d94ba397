/**
 * Does: lets Playwright tests launch a mini-program in a real host and drive it by WXML selectors.
 * Does not: import the runtime; it sees programs as a person and an inspector do.
 * Owns: the host processes it starts, for as long as a test runs.
 */
export { expect, type LaunchProgram, type TerrariumFixtures, test } from './fixtures.ts';
export { type HostOptions, type HostProcess, startHost } from './host-process.ts';
export { PhoneLocation, type Point, type RouteOptions, type RoutePoint } from './phone-location.ts';
export { type ConsoleLine, ProgramUnderTest } from './program.ts';
export { cssOf } from './selectors.ts';
