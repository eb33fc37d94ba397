import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, BrowserWindow, protocol, session } from 'electron';
import { findInstallation, type Host, openHost, parseCommandLine, sampleFolders } from '../web/index.ts';
import { mayNavigate, mayNavigateFrame, mayOpen, mayUse, scheme, webPreferences } from './settings.ts';

/** Electron's entry: the host on loopback inside this process, and one window that shows its shell. */
protocol.registerSchemesAsPrivileged([scheme]);
let host: Host | undefined;

async function start(): Promise<void> {
  const line = parseCommandLine(ownArguments(), process.cwd());
  const installation = findInstallation(import.meta.url);
  await app.whenReady();
  refusePermissions();
  host = await openHost({
    ...installation,
    folders: [...line.folders, ...sampleFolders(installation.samplesFolder)],
    port: line.port,
    dataFolder: ownArguments().includes('--data') ? line.dataFolder : join(app.getPath('userData'), 'host'),
    development: true,
    about: { version: installation.version, node: process.versions.node },
    write: (text) => process.stdout.write(text),
    colour: process.stdout.isTTY === true,
  });
  process.stdout.write(`Terrarium is running at ${host.address}\n`);
  await openWindow(host.address);
}

/** What follows this file on the command line; before it come Electron's path and its own switches. */
function ownArguments(): string[] {
  const entry = process.argv.indexOf(fileURLToPath(import.meta.url));
  return process.argv.slice(entry === -1 ? 2 : entry + 1);
}

function refusePermissions(): void {
  session.defaultSession.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl, isMainFrame }) =>
    answer(mayUse(permission, { url: requestingUrl, isMainFrame }, host?.address)),
  );
  session.defaultSession.setPermissionCheckHandler((_contents, permission, url, { isMainFrame }) =>
    mayUse(permission, { url, isMainFrame }, host?.address),
  );
  session.defaultSession.setDevicePermissionHandler(() => false);
}

async function openWindow(address: string): Promise<void> {
  const window = new BrowserWindow({ width: 1120, height: 960, minWidth: 360, minHeight: 560, webPreferences });
  const { webContents } = window;
  webContents.setWindowOpenHandler(({ url }) => ({ action: mayOpen(url) ? 'allow' : 'deny' }));
  webContents.on('will-navigate', (event) => {
    if (!mayNavigate(event.url, address)) event.preventDefault();
  });
  webContents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame && !mayNavigateFrame(event.url, address)) event.preventDefault();
  });
  webContents.on('will-redirect', (event) => {
    if (!mayNavigateFrame(event.url, address)) event.preventDefault();
  });
  await window.loadURL(address);
}

app.on('web-contents-created', (_event, contents) => {
  contents.on('will-attach-webview', (event) => event.preventDefault());
});
app.on('window-all-closed', () => app.quit());
app.on('will-quit', (event) => {
  if (host === undefined) return;
  // Quit once the host has closed its files; then there is nothing left to wait for.
  event.preventDefault();
  const closing = host;
  host = undefined;
  closing.dispose().finally(() => app.quit());
});

start().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  app.exit(1);
});
