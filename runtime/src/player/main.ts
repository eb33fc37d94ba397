import type { Surroundings } from '../dom/index.ts';
import { httpSource, openPackage } from '../package/index.ts';
import { problemOf } from '../protocol/errors.ts';
import type { FromPlayer, ToPlayer } from '../protocol/messages.ts';
import type { Port } from '../protocol/sandbox.ts';
import { openSandbox, spawnWebWorker } from '../sandbox/index.ts';
import type { BridgeLink } from './bridge-link.ts';
import { createDomScreen } from './dom-screen/dom-screen.ts';
import { problemRecord } from './journal.ts';
import { createMapPosition } from './map-position.ts';
import { openProgram } from './open-program.ts';
import { runPortSession, type StartMessage } from './port-session.ts';
import type { Program } from './program.ts';
import { workerLimits } from './program-workers.ts';
import type { Screen } from './screen.ts';

/**
 * Entry of player.js, which runs one program on that program's own origin. It takes its port from its embedder
 * and from nobody else: only from the parent window, and only when that has the origin named by `?host=`.
 */
const host = new URLSearchParams(location.search).get('host');

// No program is needed to boot the sandbox it will run in, and that takes longest: it begins before the host has said
// a word (docs/performance.md has the numbers).
// Streamed, because only then the browser keeps what it has compiled for the next time.
const wasm = WebAssembly.compileStreaming(fetchOwn('/player/quickjs.wasm'));
const spawn = () => spawnWebWorker('/player/sandbox-worker.js');
const sandbox = openSandbox({
  spawn,
  baseLibrary: fetchOwn('/player/guest.js').then((response) => response.text()),
  wasm,
});
/** A failed boot is reported when a program is opened; here it only must not count as unhandled. */
const disposeSandbox = () => void sandbox.then((opened) => opened.dispose()).catch(() => undefined);
sandbox.catch(() => undefined);

const onMessage = (event: MessageEvent<unknown>) => {
  const [port] = event.ports;
  if (host === null || event.origin !== host || event.source !== parent || parent === self || !port) return;
  if (!isPortOffer(event.data)) return;
  removeEventListener('message', onMessage);
  let screen: Screen | undefined;
  runPortSession({
    port: portOf(port),
    open(start, bridge) {
      screen = createDomScreen(document.body, start.environment, surroundingsOf(start, bridge));
      return open(start, bridge, screen);
    },
    stopped() {
      screen?.dispose();
      // Its program may never have come.
      disposeSandbox();
      port.close();
    },
  });
};
addEventListener('message', onMessage);

async function open(start: StartMessage, bridge: BridgeLink, screen: Screen): Promise<Program> {
  const opened = await openPackage(httpSource(new URL('/package/', location.origin)), { digest: start.digest }).catch(
    (error: unknown) => {
      const problem = problemOf(error);
      bridge.report({ kind: 'problem', problem: problemRecord(problem), fatal: true });
      screen.showFailure(problem);
      disposeSandbox();
      throw error;
    },
  );
  return openProgram({
    package: opened,
    sandbox: () => sandbox,
    workerSandbox: () =>
      openSandbox({
        ...{ spawn, wasm, limits: workerLimits, bare: true },
        baseLibrary: fetchOwn('/player/guest-worker.js').then((response) => response.text()),
      }),
    bridge,
    screen,
    launch: start.options,
    environment: start.environment,
    storage: start.storage,
  });
}

function surroundingsOf({ surroundings }: StartMessage, bridge: BridgeLink): Surroundings {
  const camera = (facingMode: 'user' | 'environment') =>
    navigator.mediaDevices.getUserMedia({ video: { facingMode }, audio: false });
  return {
    tiles: surroundings?.tiles,
    follow: createMapPosition(bridge),
    ...(surroundings?.camera && { camera }),
  };
}

async function fetchOwn(path: string): Promise<Response> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path} answered ${response.status}; is the runtime built?`);
  return response;
}

function isPortOffer(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'kind' in data && data.kind === 'terrarium-port';
}

function portOf(port: MessagePort): Port<ToPlayer, FromPlayer> {
  return {
    post: (message) => port.postMessage(message),
    onMessage(listener) {
      const hear = ({ data }: MessageEvent<ToPlayer>) => listener(data);
      port.addEventListener('message', hear);
      port.start();
      return () => port.removeEventListener('message', hear);
    },
    close: () => port.close(),
  };
}
