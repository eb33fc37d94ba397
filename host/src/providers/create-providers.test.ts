import { expect, test } from '@playwright/test';
import { capabilityTable, createMemoryGrants, supportedBy } from '@terrarium/runtime';
import { createProviders } from './create-providers.ts';
import { type DeviceNavigator, networkTypeOf, watchNetwork } from './device.ts';
import type { StorageClient, StoreOutcome } from './storage-client.ts';

function open(device: DeviceNavigator = {}, outcome: StoreOutcome = 'ok') {
  const stored: unknown[] = [];
  const keep = async (...call: unknown[]) => {
    stored.push(call);
    return outcome;
  };
  const storage: StorageClient = { snapshot: async () => ({}), set: keep, remove: keep, clear: keep };
  const grants = createMemoryGrants();
  return { providers: createProviders({ storage, grants, device }), grants, stored };
}

const ok = (result: object = {}) => ({ ok: true, result });

test('there is a provider for every capability of the host', () => {
  const names = [...capabilityTable.values()].filter(({ answeredBy }) => answeredBy === 'host').map(({ name }) => name);
  expect(supportedBy(open().providers).sort()).toEqual(names.sort());
});

test('storage calls reach the program’s own storage', async () => {
  const { providers, stored } = open();
  const appId = 'todos';
  expect(await providers.setStorage({ appId, params: { key: 'a', data: '1' } })).toEqual(ok());
  expect(await providers.batchSetStorage({ appId, params: { kvList: [{ key: 'a', value: '1' }] } })).toEqual(ok());
  expect(await providers.removeStorage({ appId, params: { key: 'a' } })).toEqual(ok());
  expect(await providers.clearStorage({ appId, params: {} })).toEqual(ok());
  expect(stored).toEqual([['todos', [['a', '1']]], ['todos', [['a', '1']]], ['todos', 'a'], ['todos']]);
});

const outcomes: readonly [StoreOutcome, code: string, reason: string][] = [
  ['entry-limit', 'LIMIT_STORAGE', 'entry size limit reached'],
  ['total-limit', 'LIMIT_STORAGE', 'exceed storage max size 10Mb'],
  ['unavailable', 'UNAVAILABLE', 'storage is not available'],
];
for (const [outcome, code, reason] of outcomes) {
  test(`storage that answers ${outcome} fails in plain words`, async () => {
    const { providers } = open({}, outcome);
    expect(await providers.clearStorage({ appId: 'todos', params: {} })).toMatchObject({ ok: false, code, reason });
  });
}

test('the clipboard is the browser’s', async () => {
  let held = '';
  const clipboard = {
    writeText: async (text: string) => {
      held = text;
    },
    readText: async () => held,
  };
  const { providers } = open({ clipboard });
  expect(await providers.setClipboardData({ appId: 'a', params: { data: 'x' } })).toEqual(ok());
  expect(await providers.getClipboardData({ appId: 'a', params: {} })).toEqual(ok({ data: 'x' }));
});

test('a clipboard that is missing or refuses says so, and no more', async () => {
  const refusing = () => Promise.reject(new Error('Document is not focused at http://localhost'));
  const { providers } = open({ clipboard: { writeText: refusing, readText: refusing } });
  const denied = { ok: false, code: 'DENIED', reason: 'the browser does not allow it now' };
  expect(await providers.setClipboardData({ appId: 'a', params: { data: 'x' } })).toMatchObject(denied);
  expect(await providers.getClipboardData({ appId: 'a', params: {} })).toMatchObject(denied);
  const missing = { ok: false, reason: 'there is no clipboard' };
  expect(await open().providers.getClipboardData({ appId: 'a', params: {} })).toMatchObject(missing);
});

test('vibrates where the device can', async () => {
  const pulses: number[] = [];
  const vibrate = (durationMs: number) => pulses.push(durationMs) > 0;
  const { providers } = open({ vibrate });
  expect(await providers.vibrateShort({ appId: 'a', params: { type: 'light' } })).toEqual(ok());
  expect(await providers.vibrateLong({ appId: 'a', params: {} })).toEqual(ok());
  expect(pulses).toEqual([15, 400]);
  expect(await open().providers.vibrateLong({ appId: 'a', params: {} })).toMatchObject({ ok: false, code: 'PROVIDER' });
});

test('tells what the user decided', async () => {
  const { providers, grants } = open();
  await grants.decide('todos', 'scope.record', 'granted');
  await grants.decide('todos', 'scope.camera', 'refused');
  await grants.decide('bank', 'scope.werun', 'granted');
  const authSetting = { 'scope.record': true, 'scope.camera': false };
  expect(await providers.getSetting({ appId: 'todos', params: {} })).toEqual(ok({ authSetting }));
});

const networks: readonly [DeviceNavigator, string][] = [
  [{}, 'unknown'],
  [{ onLine: false, connection: { type: 'wifi' } }, 'none'],
  [{ onLine: true, connection: { type: 'wifi', effectiveType: '3g' } }, 'wifi'],
  [{ onLine: true, connection: { effectiveType: '4g' } }, '4g'],
  [{ onLine: true, connection: { effectiveType: 'slow-2g' } }, '2g'],
  [{ onLine: true, connection: { effectiveType: 'constructor' } }, 'unknown'],
];
for (const [device, type] of networks) {
  test(`the network of ${JSON.stringify(device)} is ${type}`, () => expect(networkTypeOf(device)).toBe(type));
}

test('tells when the network comes and goes, until told to stop', () => {
  const events = new EventTarget();
  const told: unknown[] = [];
  const device = { onLine: true };
  const stop = watchNetwork(events, device, (data) => told.push(data));
  device.onLine = false;
  events.dispatchEvent(new Event('offline'));
  device.onLine = true;
  events.dispatchEvent(new Event('online'));
  stop();
  events.dispatchEvent(new Event('offline'));
  expect(told).toEqual([
    { isConnected: false, networkType: 'none' },
    { isConnected: true, networkType: 'unknown' },
  ]);
});
