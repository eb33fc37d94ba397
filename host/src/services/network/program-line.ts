import type { Json } from '@terrarium/runtime/protocol';
import { runDownload, runRequest, runUpload } from './http-tasks.ts';
import { failureOf, failures } from './network-failure.ts';
import type { NetworkRoom, RunningTask } from './run-task.ts';
import { openSocket, type SocketHandle } from './socket-task.ts';
import type { ClientFrame, ServerFrame, TaskName } from './task-params.ts';

/** Everything one program window has under way. Disposing ends it all; nothing is posted afterwards. */
export interface ProgramLine {
  receive(frame: ClientFrame): void;
  dispose(): void;
}

/** At once; what is above waits for requests and is refused for sockets. */
export const networkLimits = { atOnce: 10, sockets: 5, tasks: 200 } as const;
/** Pieces on their way to a program that has not said it took them. */
const window = 64;

interface Task {
  readonly name: TaskName;
  readonly ending: AbortController;
  socket: SocketHandle | undefined;
  unheard: number;
  room: (() => void)[];
}

const runs: Readonly<
  Record<Exclude<TaskName, 'connectSocket'>, (room: NetworkRoom, task: RunningTask, params: Json) => Promise<Json>>
> = { request: runRequest, downloadFile: runDownload, uploadFile: runUpload };

export function createProgramLine(room: NetworkRoom, post: (frame: ServerFrame) => void): ProgramLine {
  const tasks = new Map<number, Task>();
  let over = false;
  const say = (frame: ServerFrame) => {
    if (!over) post(frame);
  };

  const start = async (id: number, name: TaskName, params: Json): Promise<void> => {
    const task: Task = { name, ending: new AbortController(), socket: undefined, unheard: 0, room: [] };
    tasks.set(id, task);
    const running: RunningTask = {
      signal: task.ending.signal,
      emit: (event, data) => {
        if (!task.ending.signal.aborted || event === 'close') say({ kind: 'event', id, event, data });
      },
      async emitPaced(event, data) {
        running.emit(event, data);
        task.unheard += 1;
        if (task.unheard < window || task.ending.signal.aborted) return;
        await new Promise<void>((resolve) => task.room.push(resolve));
      },
    };
    try {
      if (name === 'connectSocket') {
        const sockets = [...tasks.values()].filter((other) => other.name === 'connectSocket').length;
        if (sockets > networkLimits.sockets) throw failures.tooManySockets();
        task.socket = await openSocket(room, running, params);
        say({ kind: 'result', id, result: {} });
        await task.socket.closed;
      } else {
        say({ kind: 'result', id, result: await runs[name](room, running, params) });
      }
    } catch (error) {
      const { reason, errno } = failureOf(error);
      say({ kind: 'failure', id, reason, errno });
    } finally {
      tasks.delete(id);
      say({ kind: 'over', id });
    }
  };

  const end = (task: Task) => {
    task.ending.abort(failures.abort());
    for (const resume of task.room.splice(0)) resume();
  };

  return {
    receive(frame) {
      if (frame.kind === 'start') {
        const { id, name, params } = frame;
        if (!tasks.has(id) && tasks.size < networkLimits.tasks) void start(id, name, params);
        else {
          const { reason, errno } = failures.tooManyWaiting();
          say({ kind: 'failure', id, reason, errno });
          say({ kind: 'over', id });
        }
        return;
      }
      const task = tasks.get(frame.id);
      if (task === undefined) return;
      const { signal, data } = frame;
      if (signal === 'abort') end(task);
      else if (signal === 'send') task.socket?.send(data);
      else if (signal === 'close') {
        const code: unknown = Reflect.get(Object(data), 'code');
        const reason: unknown = Reflect.get(Object(data), 'reason');
        task.socket?.close(typeof code === 'number' ? code : 1000, typeof reason === 'string' ? reason : '');
      } else if (signal === 'heard') {
        task.unheard = Math.max(0, task.unheard - (typeof data === 'number' && data > 0 ? data : 0));
        if (task.unheard < window) for (const resume of task.room.splice(0)) resume();
      }
    },
    dispose() {
      over = true;
      for (const task of tasks.values()) end(task);
    },
  };
}
