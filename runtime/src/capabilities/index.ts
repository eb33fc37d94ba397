/**
 * Does: declares every capability: name, scope, needs, parameters, result, one file per family.
 * Does not: perform any, know a host, or know how a call travels.
 * Owns: the one table that feeds the gate, provider types, argument errors, documents and consent texts.
 */
export {
  type Capabilities,
  capabilities,
  capabilityTable,
  type HostCapabilityName,
  unsupportedNames,
} from './capability-table.ts';
export { defineCapability } from './define-capability.ts';
export type { NodeQuery } from './nodes.ts';
export { type ParamsOutcome, parseParams } from './parse-params.ts';
