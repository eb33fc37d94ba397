import * as v from 'valibot';
import { capabilityTable, type HostCapabilityName } from '../capabilities/index.ts';
import { type Json, jsonSchema } from '../protocol/json.ts';
import { jsonCopy } from './json-copy.ts';

/** Something that goes on after, or besides, its call's one answer: a transfer with progress, a socket. */
export interface ProgramTask {
  /** Aborted when the program is gone. */
  readonly gone: AbortSignal;
  /** Tells the program; checked against what the capability declares under `events`. Nothing once it has ended. */
  emit(event: string, data: Json): void;
  /** Hears what the program wants of it (`abort`, `send` …). At most one listener. */
  onSignal(listener: (signal: string, data: Json) => void): void;
  /** The program's number for it is free again. */
  end(): void;
}

/** The tasks of one program, by the numbers that its guest gave them. */
export interface ProgramTasks {
  /** Undefined when the number is in use, or when there are too many. */
  start(capability: HostCapabilityName, id: number): ProgramTask | undefined;
  /** Hands on what the program wants of a task; nothing when it has ended. */
  signal(id: number, signal: string, data: Json): void;
}

export interface TaskTable extends ProgramTasks {
  /** Hears of every event, as data for the notice `task`. Returns its undo. */
  onEvent(listener: (data: Json) => void): () => void;
  /** Ends all: nobody is told of what comes later. */
  dispose(): void;
}

const mostTasks = 256;

/** @param onFault hears of an event that the capability does not declare, which is our bug */
export function createTasks(onFault: (name: string, error: unknown) => void): TaskTable {
  const running = new Map<number, { readonly going: AbortController; hear: (signal: string, data: Json) => void }>();
  const listeners = new Set<(data: Json) => void>();
  return {
    start(capability, id) {
      if (running.has(id) || running.size >= mostTasks) return undefined;
      const events = capabilityTable.get(capability)?.events ?? {};
      const task = { going: new AbortController(), hear: (_signal: string, _data: Json) => {} };
      running.set(id, task);
      const isOver = () => running.get(id) !== task;
      return {
        gone: task.going.signal,
        emit(event, data) {
          if (isOver()) return;
          const schema = Object.hasOwn(events, event) ? events[event] : undefined;
          const checked = schema && v.safeParse(v.pipe(schema, jsonSchema), jsonCopy(data));
          if (checked?.success !== true) {
            onFault(capability, new TypeError(`the event ${event} is not as declared`));
            return;
          }
          for (const hear of listeners) hear({ task: id, event, data: checked.output });
        },
        onSignal(listener) {
          task.hear = listener;
        },
        end() {
          if (!isOver()) running.delete(id);
        },
      };
    },
    signal: (id, signal, data) => running.get(id)?.hear(signal, data),
    onEvent(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    dispose() {
      listeners.clear();
      const all = [...running.values()];
      running.clear();
      for (const { going } of all) going.abort();
    },
  };
}
