import * as v from 'valibot';
import { type Problem, TerrariumError } from '../protocol/errors.ts';
import type { Json } from '../protocol/json.ts';
import { type GuestMessage, guestMessageSchema, type HostMessage, type InspectMethod } from '../protocol/messages.ts';
import type { LogLine } from '../protocol/sandbox.ts';
import type { Sandbox } from '../sandbox/index.ts';

/** What the guest sends of its own accord. */
export type GuestSend = Exclude<GuestMessage, { kind: 'inspected' }>;

export interface GuestHandlers {
  /** A valid message. May throw a TerrariumError, which ends the program. */
  message(message: GuestSend): void;
  log(line: LogLine): void;
  failed(problem: Problem): void;
  /** The guest broke its contract or its sandbox is gone. Called once; the link is closed by then. */
  ended(problem: Problem): void;
  /** An extension of the worker says something: unchecked. */
  extended(name: string, data: unknown): void;
}

export interface GuestLink {
  load(file: string, code: string): Promise<void>;
  /** In order, as one batch. Does nothing once the link is closed. */
  deliver(...messages: readonly HostMessage[]): void;
  /** Hands something to an extension of the worker, in order with what is delivered. */
  extend(name: string, data: unknown, transfer?: readonly object[]): void;
  /** Asks the guest. Rejects with its error text, or when the program ends first. */
  inspect(method: InspectMethod, params: Json): Promise<Json>;
  /** How many messages have come, answers to `inspect` aside. */
  readonly received: number;
  dispose(): void;
}

const batchSchema = v.array(guestMessageSchema);

/** Text from the sandbox becomes validated messages here, and nowhere else. Disposing it disposes the sandbox. */
export function createGuestLink(sandbox: Sandbox, handlers: GuestHandlers): GuestLink {
  const waiting = new Map<number, { resolve(value: Json): void; reject(error: Error): void }>();
  const loading = new Set<(error: Error) => void>();
  let lastInspect = 0;
  let received = 0;
  let closed = false;

  const close = () => {
    if (closed) return;
    closed = true;
    for (const undo of undos) undo();
    sandbox.dispose();
    for (const { reject } of waiting.values()) reject(hasEnded());
    for (const reject of loading) reject(hasEnded());
    waiting.clear();
    loading.clear();
  };
  const end = (problem: Problem) => {
    if (closed) return;
    close();
    handlers.ended(problem);
  };
  const answer = (message: Extract<GuestMessage, { kind: 'inspected' }>) => {
    const asker = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.error === undefined) asker?.resolve(message.result ?? null);
    else asker?.reject(new TerrariumError('SCRIPT', message.error));
  };
  const undos = [
    sandbox.onSend((text) => {
      try {
        for (const message of parseBatch(text)) {
          // A message may have ended the program: what follows it in the batch is void.
          if (closed) return;
          if (message.kind === 'inspected') answer(message);
          else {
            received += 1;
            handlers.message(message);
          }
        }
      } catch (error) {
        end(breach(error));
      }
      // Credit is given back only after the work is done, so that a flooding guest waits for the player.
      if (!closed) sandbox.acknowledge(1);
    }),
    sandbox.onExtended((name, data) => {
      if (!closed) handlers.extended(name, data);
    }),
    sandbox.onLog(handlers.log),
    sandbox.onFailed(handlers.failed),
    sandbox.onEnded(end),
  ];
  return {
    load(file, code) {
      if (closed) return Promise.reject(hasEnded());
      return new Promise((resolve, reject) => {
        loading.add(reject);
        const done = () => void loading.delete(reject);
        sandbox.load(file, code).then(resolve, reject).finally(done);
      });
    },
    deliver(...messages) {
      if (!closed && messages.length > 0) sandbox.deliver(messages);
    },
    extend(name, data, transfer) {
      if (!closed) sandbox.extend(name, data, transfer);
    },
    inspect(method, params) {
      if (closed) return Promise.reject(hasEnded());
      lastInspect += 1;
      const id = lastInspect;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        sandbox.deliver([{ kind: 'inspect', id, method, params }]);
      });
    },
    get received() {
      return received;
    },
    dispose: close,
  };
}

const hasEnded = () => new TerrariumError('UNAVAILABLE', 'The program has ended.');

function parseBatch(text: string): GuestMessage[] {
  let batch: unknown;
  try {
    batch = JSON.parse(text);
  } catch {
    throw new TerrariumError('MESSAGE', 'The program sent a message that is not JSON. It was stopped.');
  }
  const parsed = v.safeParse(batchSchema, batch);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const path = v.getDotPath(issue) ?? 'the batch';
  throw new TerrariumError(
    'MESSAGE',
    `The program sent a message that does not fit at ${path}: ${issue.message}. It was stopped.`,
  );
}

function breach(error: unknown): Problem {
  if (error instanceof TerrariumError) return error.toProblem();
  // Anything else is a bug of the player: it ends this program and must not be blamed on it.
  return { code: 'INTERNAL', message: `The player failed: ${error instanceof Error ? error.message : String(error)}` };
}
