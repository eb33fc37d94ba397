/**
 * Does: answers a debugger's commands about a running program and passes on what it logs.
 * Does not: run programs, open sockets, or change what a program may do.
 * Owns: the names and shapes of the inspector protocol.
 */
export { createInspector, type Inspectable, type Inspector } from './inspector.ts';
export { InspectorError } from './inspector-error.ts';
