import './tokens.css';
import './shell.css';
import './media/media.css';
import './places.css';
import './program/program.css';
import './sheet.css';
import './account/account.css';
import './money/money.css';
import './map/map.css';
import './messages/messages.css';
import { createRoot } from 'react-dom/client';
import { startSession } from './account/account.ts';
import {
  closeAll,
  closeProgram,
  followHost,
  followLink,
  loadPrograms,
  openFrom,
  restartAt,
  returnToOpener,
} from './actions.ts';
import { App } from './app.tsx';
import { offerAutomation } from './automation.ts';
import { hostApi } from './host.ts';
import { readLink, readPosition } from './link.ts';
import { followInbox } from './messages/inbox-client.ts';
import { position } from './program/program-gate.ts';
import { bindWindows } from './program/program-host.ts';
import { followPushes } from './pushes.ts';
import { watchSignedOut } from './services.ts';
import { useShell } from './store.ts';

/** Entry of the shell's page. */
async function start(): Promise<void> {
  const root = document.querySelector('#shell');
  if (root === null) throw new Error('index.html has no #shell');
  document.documentElement.lang = navigator.language;
  bindWindows({ open: openFrom, back: returnToOpener, close: closeProgram, restart: restartAt });
  if (hostApi.development) {
    offerAutomation();
    const at = readPosition(location.search);
    if (at !== undefined) void position.set(at);
  }
  followInbox();
  followPushes();
  watchSignedOut(() => {
    closeAll();
    useShell.setState({ account: null, view: 'me' });
  });
  const session = startSession();

  let connected: boolean | undefined;
  hostApi.watch(
    (event) => void followHost(event),
    (now) => {
      // Events missed while the host was away are made good by asking for everything once.
      if (now && connected === false) void loadPrograms();
      if (!now) useShell.setState({ reachable: false });
      connected = now;
    },
  );
  // Before anything is drawn: the appearance must not flash, and the first choice must not overwrite the others.
  await hostApi.preferences().then(
    (preferences) => useShell.setState({ preferences }),
    () => {},
  );
  createRoot(root).render(<App />);
  await session;
  await loadPrograms();

  const link = readLink(location.search);
  if (link !== undefined) followLink(link);
}

void start();
