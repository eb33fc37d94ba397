/**
 * Does: takes a program's calls through decode, gate, provider and check to a reply, and writes the audit line.
 * Does not: perform any effect; providers are handed in, and nothing here knows what they do.
 * Owns: the one place that decides whether a call may happen, and the grants it decides by.
 */
export { type AuditLine, type AuditRing, createAuditRing, type Stage } from './audit.ts';
export { type Bridge, type BridgeOptions, createBridge } from './bridge.ts';
export { type ConnectOptions, connectProgram, type ProgramConnection, type ProgramPort } from './connect-program.ts';
export {
  type Answer,
  type Eligibility,
  type GateName,
  type GateOptions,
  gateNames,
  hasPrivacyContract,
  type ScopeQuestion,
} from './gate.ts';
export { createMemoryGrants, type Decision, type Grants } from './grants.ts';
export {
  type Provider,
  type ProviderResult,
  type Providers,
  providersFor,
  refuse,
  succeed,
  supportedBy,
} from './provider.ts';
export type { ProgramTask, ProgramTasks } from './tasks.ts';
