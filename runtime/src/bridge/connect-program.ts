import * as v from 'valibot';
import { type CarriedFile, mostCarriedFiles } from '../protocol/carried-files.ts';
import { type PlayerReport, playerReportSchema, type ToPlayer } from '../protocol/messages.ts';
import type { Bridge } from './bridge.ts';
import { isObject } from './json-copy.ts';

/** As much of a `MessagePort` as the bridge uses. The caller starts and closes it. */
export interface ProgramPort {
  postMessage(message: ToPlayer): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  removeEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

export interface ConnectOptions {
  /** Hears valid reports of the player. */
  readonly onReport?: ((report: PlayerReport) => void) | undefined;
  /** Hears that something arrived which is neither a request nor a report. It was dropped. */
  readonly onMisfit?: (() => void) | undefined;
}

export interface ProgramConnection {
  /** Tells the program something that a `wx.onX` listens to. */
  notify(name: string, data: Extract<ToPlayer, { kind: 'notify' }>['data']): void;
  /** Stops listening; answers that are still to come are dropped. The port stays open. */
  dispose(): void;
}

/** Answers a program's requests on its port. The port is the program's identity: what a message claims is not read. */
export function connectProgram(port: ProgramPort, bridge: Bridge, options: ConnectOptions = {}): ProgramConnection {
  let connected = true;
  const post = (message: ToPlayer) => {
    if (connected) port.postMessage(message);
  };
  const answer = async (id: number, { files, ...request }: Readonly<Record<string, unknown>>) => {
    const outcome = await bridge.handle(request, carried(files));
    post(
      outcome.ok
        ? { kind: 'result', id, result: outcome.result, files: outcome.files }
        : { kind: 'error', id, error: outcome.error },
    );
  };
  const listener = ({ data }: { readonly data: unknown }) => {
    if (isObject(data) && data.kind === 'request') {
      // Without a number there is nothing to answer to; the bridge judges the rest.
      if (typeof data.id === 'number') void answer(data.id, data);
      else options.onMisfit?.();
      return;
    }
    const report = v.safeParse(playerReportSchema, data);
    if (report.success) options.onReport?.(report.output);
    else options.onMisfit?.();
  };
  port.addEventListener('message', listener);
  const forget = bridge.onTaskEvent((data) => post({ kind: 'notify', name: 'task', data }));
  return {
    notify: (name, data) => post({ kind: 'notify', name, data }),
    dispose() {
      connected = false;
      forget();
      port.removeEventListener('message', listener);
    },
  };
}

/** Nothing but a browser's own files can come over a port with bytes in it. */
function carried(given: unknown): readonly CarriedFile[] {
  if (!Array.isArray(given)) return [];
  return given.filter((one) => one instanceof Blob).slice(0, mostCarriedFiles);
}
