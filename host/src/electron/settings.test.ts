import { expect, test } from '@playwright/test';
import {
  allowedPermissions,
  allowedWindows,
  mayNavigate,
  mayNavigateFrame,
  mayOpen,
  mayUse,
  scheme,
  webPreferences,
} from './settings.ts';

test('the window is sandboxed, isolated and without Node', () => {
  expect(webPreferences).toEqual({
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
  });
  expect(webPreferences).not.toHaveProperty('preload');
});

test('the scheme of programs is standard and secure, and bypasses nothing', () => {
  expect(scheme).toEqual({
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
  });
});

const shell = 'http://localhost:4000';

test('permissions and further windows are refused by default', () => {
  expect(allowedPermissions).toEqual(['media']);
  expect(allowedWindows).toEqual([]);
  const own = { url: `${shell}/`, isMainFrame: true };
  for (const permission of ['geolocation', 'notifications', 'clipboard-read', 'openExternal', 'fullscreen']) {
    expect(mayUse(permission, own, shell)).toBe(false);
  }
  expect(mayUse('media', own, shell)).toBe(true);
  expect(mayUse('media', own, undefined)).toBe(false);
  for (const url of ['http://todos.localhost:4000/', 'http://localhost:4001/', 'https://example.com/', '']) {
    expect(mayUse('media', { url, isMainFrame: true }, shell)).toBe(false);
  }
  expect(mayUse('media', { ...own, isMainFrame: false }, shell)).toBe(false);
  for (const url of ['https://example.com', 'http://localhost:4000/', 'file:///etc/passwd', 'javascript:1']) {
    expect(mayOpen(url)).toBe(false);
  }
});

const navigations: readonly (readonly [url: string, window: boolean, frame: boolean])[] = [
  ['http://localhost:4000/', true, true],
  ['http://localhost:4000/?open=todos', true, true],
  ['http://todos.localhost:4000/player.html', false, true],
  ['about:blank', false, true],
  ['about:srcdoc', false, true],
  ['http://todos.localhost:4001/', false, false],
  ['http://localhost:4001/', false, false],
  ['https://localhost:4000/', false, false],
  ['http://localhost.evil.example:4000/', false, false],
  ['http://a.b.localhost:4000/', false, false],
  ['https://example.com/', false, false],
  ['file:///etc/passwd', false, false],
  ['data:text/html,x', false, false],
  ['javascript:1', false, false],
  ['not a url', false, false],
];
for (const [url, window, frame] of navigations) {
  test(`navigation to ${url}: window ${window}, frame ${frame}`, () => {
    expect(mayNavigate(url, shell)).toBe(window);
    expect(mayNavigateFrame(url, shell)).toBe(frame);
  });
}
