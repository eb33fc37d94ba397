/**
 * Does: calls other servers for programs: requests, downloads, uploads, sockets. Declared names over https at public
 * addresses, looked up once and judged in the connection itself, redirects again at each hop.
 * Does not: take the shell's word for which domains a program declares, or keep cookies.
 * Owns: the lines over which the shell asks, ten calls at once for each program, and the counters of what was called.
 */
export type { NetworkProgram, Route } from './address-rules.ts';
export { type Network, type NetworkOptions, networkProtocol, networkRoutes, openNetwork } from './open-network.ts';
export type { DomainUsage } from './usage.ts';
