/**
 * Does: performs the effect of every capability that the host answers, one file per family.
 * Does not: decide whether a call may happen; the bridge has done so before it gets here.
 * Owns: what a program's call does to the clipboard, the services and the device.
 */
export { createProviders, type ProvidersOptions } from './create-providers.ts';
export { type DeviceNavigator, type NetworkEvents, networkTypeOf, watchNetwork } from './device.ts';
export {
  createStorageClient,
  type StorageClient,
  type StorageClientOptions,
  type StoreOutcome,
} from './storage-client.ts';
