import {
  type Answer,
  type AuditLine,
  connectProgram,
  createBridge,
  type ScopeQuestion,
  supportedBy,
} from '@terrarium/runtime';
import type { PlayerReport } from '@terrarium/runtime/protocol';
import {
  browserPosition,
  createMediaParts,
  createNetworkClient,
  createPeopleParts,
  createPositionSwitch,
  createProviders,
  createStorageClient,
  watchNetwork,
} from '../../providers/index.ts';
import type { HostAbout } from '../../web/messages.ts';
import { cashier, person } from '../account/person.ts';
import { grants } from '../grants.ts';
import { hostApi } from '../host.ts';
import { mediaDesk } from '../media/media-desk.ts';
import { phoneScreen } from '../phone/phone-screen.ts';
import { fetchSignedIn, services, sessionToken } from '../services.ts';
import { setTimer } from '../set-timer.ts';
import { changeRunning, nextSheet, useShell } from '../store.ts';
import { addLine, programHost } from './program-host.ts';
import { noteCall } from './used-capabilities.ts';

/** The host's side of one program window: the gate with its providers, and what the program starts with. */
export interface ProgramGate {
  readonly digest: string;
  /** Stored values at launch, key → JSON text. */
  readonly storage: Readonly<Record<string, string>>;
  readonly supported: readonly string[];
  readonly hostVersion: string;
  /** Where the maps of its pages get their pictures from. */
  readonly mapTiles?: HostAbout['mapTiles'];
  /** Answers what comes over this port and hands on what the player reports. The caller starts and closes the port. */
  connect(port: MessagePort, onReport: (report: PlayerReport) => void): void;
  dispose(): void;
}

/** Where the phone is: by the browser, until somebody puts it elsewhere. */
export const position = createPositionSwitch(browserPosition(navigator.geolocation));
const storage = createStorageClient({ fetch: fetchSignedIn, token: hostApi.token });
const people = createPeopleParts({
  ...{ services, grants, person, cashier, position },
  programs: programHost,
  screen: phoneScreen,
});
const media = createMediaParts({
  desk: mediaDesk,
  microphone: (audio) => navigator.mediaDevices.getUserMedia({ audio }),
  sensors: window,
  programs: programHost,
});
const network = createNetworkClient({
  connect: (address, protocols) => new WebSocket(address, [...protocols]),
  token: hostApi.token,
  session: sessionToken,
  address: globalThis.location.origin.replace(/^http/, 'ws'),
  setTimer,
});
const providers = createProviders({
  ...{ storage, network, people: people.providers, media: media.providers, device: navigator },
  files: { fetch: fetchSignedIn, token: hostApi.token },
});
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
    askPrivacy: people.privacy.ask,
    eligible: async (need) => {
      const { account } = useShell.getState();
      if (need === 'signed-in' || !account) return Boolean(account);
      // Asked where it is needed, as a scope is.
      return account.realNameGiven || cashier.askRealName(appId);
    },
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
    mapTiles: about.mapTiles,
    connect(port, onReport) {
      const connection = connectProgram(port, bridge, { onReport });
      const unwatch = watchNetwork(window, navigator, (data) => connection.notify('onNetworkStatusChange', data));
      const removeLine = addLine(appId, { manifest, tell: connection.notify });
      disconnect = () => {
        unwatch();
        removeLine();
        people.ended(appId);
        media.ended(appId);
        connection.dispose();
        bridge.dispose();
      };
    },
    dispose: () => disconnect(),
  };
}

/** A decision was taken back or given, here or in another window: what runs is told at once. */
export function grantsChanged(appId: string): Promise<void> {
  return people.location.decided(appId);
}

/** Shows the consent sheet. A program that is not in front, or behind another sheet, cannot ask. */
function ask({ appId, scope, reason }: ScopeQuestion): Promise<Answer> {
  const { front, sheet } = useShell.getState();
  if (front !== appId || sheet !== undefined) return Promise.resolve('closed');
  return new Promise((answer) => {
    useShell.setState({ sheet: { kind: 'consent', number: nextSheet(), appId, consent: { scope, reason, answer } } });
  });
}
