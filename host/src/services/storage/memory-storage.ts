import { entryBytes } from '@terrarium/runtime/protocol';
import { type Owner, planSet, type Storage } from './storage.ts';

/** Storage that lasts as long as the process, for tests. */
export function createMemoryStorage(): Storage {
  const owners = new Map<string, Map<string, string>>();
  const entriesOf = (owner: Owner) => {
    const id = JSON.stringify([owner.user, owner.app]);
    const entries = owners.get(id) ?? new Map<string, string>();
    owners.set(id, entries);
    return entries;
  };
  const sizeOf = (entries: ReadonlyMap<string, string>, key: string) => {
    const text = entries.get(key);
    return text === undefined ? 0 : entryBytes(key, text);
  };
  const used = (owner: Owner) => {
    const entries = entriesOf(owner);
    return [...entries.keys()].reduce((sum, key) => sum + sizeOf(entries, key), 0);
  };
  return {
    all: async (owner) => new Map(entriesOf(owner)),
    async set(owner, given) {
      const entries = entriesOf(owner);
      const plan = planSet(given, used(owner), (key) => sizeOf(entries, key));
      if (plan.outcome === 'ok') for (const { key, text } of plan.writes) entries.set(key, text);
      return plan.outcome;
    },
    async remove(owner, key) {
      entriesOf(owner).delete(key);
    },
    async clear(owner) {
      entriesOf(owner).clear();
    },
    used: async (owner) => used(owner),
  };
}
