import type { Grants, Providers } from '@terrarium/runtime';
import { type DeviceNavigator, deviceProviders } from './device.ts';
import { settingProviders } from './setting.ts';
import { storageProviders } from './storage.ts';
import type { StorageClient } from './storage-client.ts';

export interface ProvidersOptions {
  readonly storage: StorageClient;
  readonly grants: Grants;
  /** The shell's `navigator`, or what stands for it. */
  readonly device: DeviceNavigator;
}

/** The effects behind every capability the host answers. A capability without one here does not compile. */
export function createProviders({ storage, grants, device }: ProvidersOptions): Providers {
  return { ...storageProviders(storage), ...deviceProviders(device), ...settingProviders(grants) };
}
