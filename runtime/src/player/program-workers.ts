import type { OpenedPackage } from '../package/index.ts';
import { type Problem, problemOf, TerrariumError } from '../protocol/errors.ts';
import type { Json } from '../protocol/json.ts';
import type { SandboxLimits } from '../protocol/sandbox.ts';
import type { Sandbox } from '../sandbox/index.ts';
import { createGuestLink, type GuestLink, type GuestSend } from './guest-link.ts';
import type { Journal } from './journal.ts';
import type { StackMap } from './stack-map.ts';
import { createUnread, type Unread } from './unread.ts';

/**
 * Limits of a worker: as a program's, but made for computing, which may take long. The watchdog waits longer than a
 * turn may take, because a thread that computes does not answer.
 */
export const workerLimits: Partial<SandboxLimits> = { turnMs: 30_000, bootMs: 30_000, silentMs: 35_000 };

/** The workers of one program: at most one at a time, a sandbox of its own that knows neither view nor bridge. */
export interface ProgramWorkers {
  /** Resolves when its script has been handed over, with what is wrong, or nothing. */
  create(worker: number, path: string): Promise<string | undefined>;
  /** A message of the program's. Lost when there is no such worker any more. */
  post(worker: number, text: string): void;
  /** The program has read one message of the worker's. */
  taken(worker: number): void;
  terminate(worker: number): void;
  dispose(): void;
}

export interface WorkersRoom {
  readonly package: OpenedPackage;
  /** Opens a sandbox with the workers' base library. Absent where there are none to be had. */
  readonly open: (() => Promise<Sandbox>) | undefined;
  readonly stackMap: StackMap;
  readonly journal: Journal;
  /** To the program: `{worker, type: 'message' | 'error' | 'killed', text}`. */
  notify(data: Json): void;
}

interface Worker {
  readonly number: number;
  readonly path: string;
  guest: GuestLink | undefined;
  /** Its script was started; what is posted before waits. */
  started: boolean;
  readonly early: string[];
  /** Messages on their way to it, and from it. */
  readonly toWorker: Unread;
  readonly toProgram: Unread;
}

/** What may wait for a worker that computes; a program that sends more than this does not look. */
const most = { messages: 10_000, characters: 32 * 1024 * 1024 };
/** From here on a worker that says more than its program reads is stopped between two turns. */
const enough = { messages: 64, characters: 4 * 1024 * 1024 };

export function createProgramWorkers(room: WorkersRoom): ProgramWorkers {
  const { manifest } = room.package;
  let current: Worker | undefined;
  /** One at a time: a program that makes and ends them as fast as it can has one engine started for it, not hundreds. */
  let opening: Promise<unknown> = Promise.resolve();

  const find = (number: number): Worker | undefined => (current?.number === number ? current : undefined);
  const drop = (worker: Worker): void => {
    if (current === worker) current = undefined;
    worker.guest?.dispose();
  };
  const tell = (worker: Worker, type: 'message' | 'error' | 'killed', text: string): void => {
    if (current === worker) room.notify({ worker: worker.number, type, text });
  };
  const fail = (worker: Worker, problem: Problem, where = ''): void => {
    room.journal.error({ ...problem, message: `in the worker ${worker.path}: ${where}${problem.message}` });
    tell(worker, 'error', problem.message);
  };
  const kill = (worker: Worker, problem: Problem): void => {
    if (current !== worker) return;
    room.journal.error({ ...problem, message: `The worker ${worker.path} was ended: ${problem.message}` });
    tell(worker, 'killed', problem.message);
    drop(worker);
  };

  const hear = (worker: Worker, message: GuestSend): void => {
    if (message.kind === 'error') {
      const { code = 'SCRIPT', stack, where } = message;
      fail(worker, { code, message: message.message, stack }, `${where}: `);
    } else if (message.kind === 'warning') {
      room.journal.warning(message.code, message.message, message.stack);
    } else if (message.kind === 'tell' && message.name === 'post' && typeof message.params === 'string') {
      worker.toProgram.add(message.params.length);
      tell(worker, 'message', message.params);
    } else if (message.kind === 'tell' && message.name === 'taken') {
      worker.toWorker.take();
    } else if (message.kind === 'tell' && message.name === 'kill') {
      tell(worker, 'killed', '');
      drop(worker);
    } else {
      throw new TerrariumError('MESSAGE', `it sent a message that a worker does not send: ${message.kind}`);
    }
  };

  const start = async (
    worker: Worker,
    open: () => Promise<Sandbox>,
    described: { logic: string; logicMap?: string | undefined },
  ) => {
    const { logic, logicMap } = described;
    const [code, map] = await Promise.all([
      room.package.readText(logic),
      logicMap === undefined ? undefined : room.package.readText(logicMap),
    ]);
    if (current !== worker) return;
    const opened = opening.then(() => (current === worker ? open() : undefined));
    opening = opened.catch(() => undefined);
    const sandbox = await opened;
    if (current !== worker) return sandbox?.dispose();
    if (sandbox === undefined) return;
    room.stackMap.add(logic, () => map);
    const guest = createGuestLink(worker.toProgram.holdBack(sandbox), {
      message: (message) => hear(worker, message),
      log: room.journal.log,
      // A program's turn that takes too long is forgiven; a worker is there to compute, and had long enough.
      failed: (problem) => (problem.code === 'LIMIT_TIME' ? kill(worker, problem) : fail(worker, problem)),
      ended: (problem) => kill(worker, problem),
      extended: () => undefined,
    });
    worker.guest = guest;
    await guest.load(logic, code);
    worker.started = true;
    guest.deliver({ kind: 'main', appScript: worker.path });
    for (const text of worker.early.splice(0)) guest.deliver({ kind: 'notify', name: 'message', data: { text } });
  };

  return {
    async create(number, path) {
      const { workers } = manifest;
      const name = path.replace(/^(?:\.?\/)+/, '');
      if (current) return 'fail there may be one worker at a time: end the other one with terminate() first';
      if (workers === undefined)
        return 'fail app.json names no folder of workers: write "workers": "workers", and put the script there';
      if (!workers.scripts.includes(name)) {
        const there = workers.scripts.slice(0, 12).join(', ') || 'none';
        return `fail ${name} is no script in the folder ${workers.root}, which app.json names as "workers"; there is ${there}`;
      }
      if (room.open === undefined) return 'fail not supported';
      const worker: Worker = {
        ...{ number, path: name, guest: undefined, started: false, early: [] },
        ...{ toWorker: createUnread(most), toProgram: createUnread(enough) },
      };
      current = worker;
      try {
        await start(worker, room.open, workers);
        return undefined;
      } catch (error) {
        // Ended meanwhile, by the program or by a limit: both have been told.
        if (current !== worker) return undefined;
        drop(worker);
        return `fail ${problemOf(error).message}`;
      }
    },
    post(number, text) {
      const worker = find(number);
      if (!worker) return;
      worker.toWorker.add(text.length);
      if (worker.toWorker.full) {
        const message = `more than ${most.messages} messages or ${most.characters} characters wait for it: send less at once`;
        kill(worker, { code: 'LIMIT_RATE', message });
      } else if (worker.started) {
        worker.guest?.deliver({ kind: 'notify', name: 'message', data: { text } });
      } else worker.early.push(text);
    },
    taken: (number) => find(number)?.toProgram.take(),
    terminate(number) {
      const worker = find(number);
      if (worker) drop(worker);
    },
    dispose() {
      if (current) drop(current);
    },
  };
}
