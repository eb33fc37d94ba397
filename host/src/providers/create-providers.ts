import type { Providers } from '@terrarium/runtime';
import { type DeviceNavigator, deviceProviders } from './device.ts';
import { type MediaDesk, mediaProviders } from './media.ts';
import type { PeopleParts } from './people.ts';
import { storageProviders } from './storage.ts';
import type { StorageClient } from './storage-client.ts';

export interface ProvidersOptions {
  readonly storage: StorageClient;
  /** What has to do with the person before the shell. */
  readonly people: PeopleParts['providers'];
  readonly media: MediaDesk;
  /** The shell's `navigator`, or what stands for it. */
  readonly device: DeviceNavigator;
}

/** The effects behind every capability the host answers. A capability without one here does not compile. */
export function createProviders({ storage, people, media, device }: ProvidersOptions): Providers {
  return { ...storageProviders(storage), ...deviceProviders(device), ...mediaProviders(media), ...people };
}
