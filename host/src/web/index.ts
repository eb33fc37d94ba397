/**
 * Does: serves shell, players and packages on loopback, routed by Host header; compiles and watches programs.
 * Does not: decide what a program may do (the bridge does), or hold any data of a user (services do).
 * Owns: the listening port, the token of the API, the content security policies, the program registry.
 */
export { type CommandLine, parseCommandLine, usage } from './command-line.ts';
export { type Host, type HostOptions, openHost, sampleFolders } from './host.ts';
export { findInstallation, type Installation } from './installation.ts';
export { openServicesHost, type ServicesHost, type ServicesHostOptions } from './services-host.ts';
