import type { Providers } from '@terrarium/runtime';
import { type DeviceNavigator, deviceProviders } from './device.ts';
import { type FilesClientOptions, filesProviders } from './files.ts';
import type { MediaParts } from './media-parts.ts';
import { networkProviders } from './network.ts';
import type { NetworkClient } from './network-client.ts';
import type { PeopleParts } from './people.ts';
import { storageProviders } from './storage.ts';
import type { StorageClient } from './storage-client.ts';

export interface ProvidersOptions {
  readonly storage: StorageClient;
  /** What has to do with the person before the shell. */
  readonly people: PeopleParts['providers'];
  /** The person's files and what the device sees, hears and feels. */
  readonly media: MediaParts['providers'];
  readonly network: NetworkClient;
  readonly files: FilesClientOptions;
  /** The shell's `navigator`, or what stands for it. */
  readonly device: DeviceNavigator;
}

/** The effects behind every capability the host answers. A capability without one here does not compile. */
export function createProviders(options: ProvidersOptions): Providers {
  const { storage, people, media, network, files, device } = options;
  return {
    ...storageProviders(storage),
    ...deviceProviders(device),
    ...media,
    ...networkProviders(network),
    ...filesProviders(files),
    ...people,
  };
}
