/**
 * Does: exports what people embed: packages, programs, screens, sandboxes, the bridge and its capabilities.
 * Does not: contain any code, or export what only runs in Node (see `./headless`, `./compiler`).
 * Owns: the public surface. What is not named here may change without notice.
 */
export {
  type Answer,
  type AuditLine,
  type AuditRing,
  type Bridge,
  type BridgeOptions,
  type ConnectOptions,
  connectProgram,
  createAuditRing,
  createBridge,
  createMemoryGrants,
  type Decision,
  type Eligibility,
  type GateName,
  type GateOptions,
  type Grants,
  gateNames,
  hasPrivacyContract,
  type ProgramConnection,
  type ProgramPort,
  type ProgramTask,
  type ProgramTasks,
  type Provider,
  type ProviderResult,
  type Providers,
  providersFor,
  refuse,
  type ScopeQuestion,
  type Stage,
  succeed,
  supportedBy,
} from './bridge/index.ts';
export {
  type Capabilities,
  capabilities,
  capabilityTable,
  defineCapability,
  type HostCapabilityName,
} from './capabilities/index.ts';
export {
  digestOf,
  httpSource,
  memorySource,
  type OpenedPackage,
  type OpenOptions,
  openPackage,
  type PackageSource,
} from './package/index.ts';
export * from './player/index.ts';
export { openSandbox, type Sandbox, type SandboxOptions, spawnWebWorker } from './sandbox/index.ts';
export { createPageTree, type NodeRef, type PageTree, type TreeNode } from './view/index.ts';
