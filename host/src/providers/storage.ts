import { type ProviderResult, type Providers, refuse, succeed } from '@terrarium/runtime';
import type { StorageClient, StoreOutcome } from './storage-client.ts';

type StorageProviders = Pick<Providers, 'setStorage' | 'batchSetStorage' | 'removeStorage' | 'clearStorage'>;

/** Writes of a program's storage. Reads never come here: the guest answers them from its mirror. */
export function storageProviders(storage: StorageClient): StorageProviders {
  return {
    setStorage: async ({ appId, params }) => result(await storage.set(appId, [[params.key, params.data]])),
    batchSetStorage: async ({ appId, params }) =>
      result(
        await storage.set(
          appId,
          params.kvList.map(({ key, value }) => [key, value] as const),
        ),
      ),
    removeStorage: async ({ appId, params }) => result(await storage.remove(appId, params.key)),
    clearStorage: async ({ appId }) => result(await storage.clear(appId)),
  };
}

/** In WeChat's words where it has any. */
function result(outcome: StoreOutcome): ProviderResult<object> {
  switch (outcome) {
    case 'ok':
      return succeed({});
    case 'entry-limit':
      return refuse('LIMIT_STORAGE', 'entry size limit reached');
    case 'total-limit':
      return refuse('LIMIT_STORAGE', 'exceed storage max size 10Mb');
    case 'unavailable':
      return refuse('UNAVAILABLE', 'storage is not available');
    default:
      return outcome satisfies never;
  }
}
