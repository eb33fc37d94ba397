import type { Json } from '../../protocol/json.ts';
import { isArray, isFunction, isObject } from '../intrinsics.ts';
import type { WxLink } from '../wx-link.ts';
import type { Options } from './method.ts';

type Entry = Record<string, unknown>;

interface Observer {
  types: readonly unknown[];
  tell(entries: readonly Entry[]): void;
}

const measured = ['navigation', 'render', 'script'];
const buffered = 30;

/**
 * `wx.getPerformance()`: one object. What the player measures comes as the notice `performance`, as soon as the program
 * has a script that names the call; times are milliseconds since the epoch, durations milliseconds.
 */
export function performanceMember(link: WxLink): () => Options {
  let kept: Entry[] = [];
  let most = buffered;
  let observers: Observer[] = [];
  const add = (entries: readonly Entry[]): void => {
    kept = [...kept, ...entries].slice(-most);
    for (const { types, tell } of observers) {
      const wanted = entries.filter(({ entryType }) => types.includes(entryType));
      if (wanted.length > 0) tell(wanted);
    }
  };
  link.onNotify('performance', (data: Json) => {
    if (isArray(data)) add(data.filter(isObject));
  });
  const remove = (type: string) => (name: unknown) => {
    kept = kept.filter((one) => one.entryType !== type || (name !== undefined && one.name !== name));
  };
  /** When something was, by the name of its mark or entry, or as a number. */
  const timeOf = (given: unknown, otherwise: number): number => {
    const found = listOf(kept).getEntriesByName(given).at(-1)?.startTime;
    return typeof given === 'number' ? given : Number(found ?? otherwise);
  };
  const performance = {
    getEntries: () => listOf(kept).getEntries(),
    getEntriesByName: (name: unknown, type: unknown) => listOf(kept).getEntriesByName(name, type),
    getEntriesByType: (type: unknown) => listOf(kept).getEntriesByType(type),
    setBufferSize(size: unknown) {
      most = Math.min(Math.max(Math.floor(Number(size)) || buffered, 1), 1_000);
    },
    createObserver(callback: unknown) {
      const observer: Observer = {
        types: [],
        tell(entries) {
          if (isFunction(callback)) link.guard('callback of PerformanceObserver', callback, listOf(entries));
        },
      };
      const disconnect = (): void => {
        observers = observers.filter((one) => one !== observer);
      };
      return {
        supportedEntryTypes: [...measured, 'mark', 'measure'],
        observe(options: unknown) {
          const { entryTypes, type, buffered: before } = isObject(options) ? options : { entryTypes: [] };
          observer.types = isArray(entryTypes) ? [...entryTypes] : [type];
          disconnect();
          observers = [...observers, observer];
          const earlier = before === true ? kept.filter(({ entryType }) => entryType === type) : [];
          if (earlier.length > 0) link.nextTick(() => observer.tell(earlier));
        },
        disconnect,
      };
    },
    now: () => link.now(),
    mark: (name: unknown) => add([{ entryType: 'mark', name: String(name), startTime: link.now(), duration: 0 }]),
    measure(name: unknown, from: unknown, to: unknown) {
      const startTime = timeOf(from, Number(kept[0]?.startTime ?? link.now()));
      const duration = timeOf(to, link.now()) - startTime;
      add([{ entryType: 'measure', name: String(name), startTime, duration }]);
    },
    clearMarks: remove('mark'),
    clearMeasures: remove('measure'),
  };
  return () => performance;
}

/** What an observer gets: the entries and how to pick of them. */
function listOf(entries: readonly Entry[]) {
  return {
    getEntries: () => [...entries],
    getEntriesByName: (name: unknown, type?: unknown) =>
      entries.filter((one) => one.name === name && (type === undefined || one.entryType === type)),
    getEntriesByType: (type: unknown) => entries.filter(({ entryType }) => entryType === type),
  };
}
