/**
 * Does: serves shell, players and packages on loopback, routed by Host header; compiles and watches programs.
 * Does not: decide what a program may do (the bridge does), or hold any data of a user (services do).
 * Owns: the listening port, the token of the API, the content security policies, the program registry.
 */
export type { HostAbout, HostEvent, LogPost, LogPostLine, ProgramListing } from './messages.ts';
export { createRegistry, type Registry } from './registry.ts';
export { openWebHost, type WebHost, type WebHostOptions } from './server.ts';
export { createTerminal, type Terminal } from './terminal.ts';
