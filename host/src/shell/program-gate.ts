import {
  type Answer,
  type AuditLine,
  connectProgram,
  createBridge,
  createMemoryGrants,
  type ScopeQuestion,
  supportedBy,
} from '@terrarium/runtime';
import type { PlayerReport } from '@terrarium/runtime/protocol';
import { createProviders, createStorageClient, watchNetwork } from '../providers/index.ts';
import { hostApi } from './host.ts';
import { changeRunning, useShell } from './store.ts';
import { noteCall } from './used-capabilities.ts';

/** The host's side of one program window: the gate with its providers, and what the program starts with. */
export interface ProgramGate {
  readonly digest: string;
  /** Stored values at launch, key → JSON text. */
  readonly storage: Readonly<Record<string, string>>;
  readonly supported: readonly string[];
  readonly hostVersion: string;
  /** Answers what comes over this port and hands on what the player reports. The caller starts and closes the port. */
  connect(port: MessagePort, onReport: (report: PlayerReport) => void): void;
  dispose(): void;
}

// One for all programs of this shell: decisions are kept by app id.
const grants = createMemoryGrants();
const storage = createStorageClient({ fetch: (input, init) => fetch(input, init), token: hostApi.token });
const providers = createProviders({ storage, grants, device: navigator });
const supported = supportedBy(providers);

/** Opens the gate of a program. Rejects when the host does not answer, or has no good build of it. */
export async function openProgramGate(appId: string): Promise<ProgramGate> {
  const [{ digest, manifest }, stored, about] = await Promise.all([
    hostApi.manifest(appId),
    storage.snapshot(appId),
    hostApi.about(),
  ]);
  const bridge = createBridge({
    manifest,
    providers,
    grants,
    now: Date.now,
    ask,
    visible: () => useShell.getState().front === appId,
    audit: (line: AuditLine) => changeRunning(appId, (program) => ({ calls: noteCall(program.calls, line) })),
    onFault: (name, error) => console.error(`provider of ${name}`, error),
  });
  let disconnect = (): void => {};
  return {
    digest,
    storage: stored,
    supported,
    hostVersion: about.version,
    connect(port, onReport) {
      const connection = connectProgram(port, bridge, { onReport });
      const unwatch = watchNetwork(window, navigator, (data) => connection.notify('onNetworkStatusChange', data));
      disconnect = () => {
        unwatch();
        connection.dispose();
      };
    },
    dispose: () => disconnect(),
  };
}

/** Shows the consent sheet. A program that is not in front, or behind another sheet, cannot ask. */
function ask({ appId, scope, reason }: ScopeQuestion): Promise<Answer> {
  const { front, sheet } = useShell.getState();
  if (front !== appId || sheet !== undefined) return Promise.resolve('closed');
  return new Promise((answer) => {
    useShell.setState({ sheet: { kind: 'consent', appId, consent: { scope, reason, answer } } });
  });
}
