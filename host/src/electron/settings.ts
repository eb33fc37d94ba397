/**
 * Every security setting of the desktop window, as data: a test asserts the table, `main.ts` only applies it.
 * The window shows the same page as a browser would, from the same loopback server, and gets nothing more:
 * there is no preload script and no IPC, so there is no sender to check.
 */
export const webPreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
} as const;

/**
 * `miniprogram://<appid>`: an own standard and secure scheme. Electron takes schemes only before it is ready, so
 * it is declared here even while players come from `http://<appid>.localhost`, as they do in a browser.
 */
export const scheme = {
  scheme: 'miniprogram',
  privileges: {
    standard: true,
    secure: true,
    supportFetchAPI: true,
    corsEnabled: false,
    bypassCSP: false,
    allowServiceWorkers: false,
    stream: false,
  },
} as const;

/**
 * Permissions the shell's own page may have: camera and microphone, which its sheets open when a person has asked for it.
 * Frames of programs never get one from Chromium.
 */
export const allowedPermissions: readonly string[] = ['media'];

/** Addresses a page may open in a further window. */
export const allowedWindows: readonly string[] = [];

/** True when the window itself may go to `url`: the shell's own page and nothing else. */
export function mayNavigate(url: string, address: string): boolean {
  const target = parsed(url);
  return target !== undefined && target.origin === parsed(address)?.origin;
}

/** True when a frame inside the window may go to `url`: the shell, or one program's own origin on the same port. */
export function mayNavigateFrame(url: string, address: string): boolean {
  // Page frames have no address of their own.
  if (url === 'about:blank' || url === 'about:srcdoc') return true;
  const target = parsed(url);
  const shell = parsed(address);
  if (target === undefined || shell === undefined || target.protocol !== 'http:' || target.port !== shell.port)
    return false;
  return target.hostname === shell.hostname || /^[a-z0-9-]+\.localhost$/.test(target.hostname);
}

/** Who asks for a permission: the document of a window, or a frame in it. */
export interface Asking {
  readonly url: string;
  readonly isMainFrame: boolean;
}

/** The answer to every permission request and check; `address` is the shell's. */
export function mayUse(permission: string, { url, isMainFrame }: Asking, address: string | undefined): boolean {
  if (!isMainFrame || address === undefined || !allowedPermissions.includes(permission)) return false;
  return mayNavigate(url, address);
}

/** The answer to every `window.open`. */
export function mayOpen(url: string): boolean {
  return allowedWindows.includes(url);
}

function parsed(url: string): URL | undefined {
  try {
    return new URL(url);
  } catch {
    return undefined;
  }
}
