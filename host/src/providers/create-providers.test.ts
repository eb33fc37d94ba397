import { expect, test } from '@playwright/test';
import { capabilityTable, createBridge, supportedBy } from '@terrarium/runtime';
import type { Json } from '@terrarium/runtime/protocol';
import { createProviders } from './create-providers.ts';
import { type DeviceNavigator, networkTypeOf, watchNetwork } from './device.ts';
import { openStage, stageManifest } from './fixtures/people-stage.ts';
import { createMediaParts } from './media-parts.ts';
import type { StorageClient, StoreOutcome } from './storage-client.ts';

function open(device: DeviceNavigator = {}, outcome: StoreOutcome = 'ok') {
  const stored: unknown[] = [];
  const keep = async (...call: unknown[]) => {
    stored.push(call);
    return outcome;
  };
  const storage: StorageClient = { snapshot: async () => ({}), set: keep, remove: keep, clear: keep };
  const { people, grants, programs } = openStage();
  const media = createMediaParts({
    desk: {
      choose: async () => undefined,
      save: () => undefined,
      measure: async () => undefined,
      shrink: async () => undefined,
    },
    microphone: () => Promise.reject(new Error('there is none')),
    sensors: { addEventListener: () => undefined, removeEventListener: () => undefined },
    programs,
  });
  const providers = createProviders({
    ...{ storage, device },
    people: people.providers,
    media: media.providers,
    network: { run: async () => ({ ok: true, result: {} }) },
    files: { fetch: async () => new Response(null, { status: 204 }), token: 't' },
  });
  const bridge = createBridge({
    manifest: { ...stageManifest, appId: 'todos', development: true },
    ...{ providers, grants },
    now: () => 0,
  });
  return {
    ...{ providers, stored },
    call: (name: string, params: Json = {}) => bridge.handle({ kind: 'request', id: 1, name, params, gestureAgeMs: 0 }),
  };
}

const ok = (result: object = {}) => ({ ok: true, result });
const failed = (reason: string) => ({ ok: false, error: { errMsg: `fail ${reason}` } });

test('there is a provider for every capability of the host', () => {
  const names = [...capabilityTable.values()].filter(({ answeredBy }) => answeredBy === 'host').map(({ name }) => name);
  expect(supportedBy(open().providers).sort()).toEqual(names.sort());
});

test('storage calls reach the program’s own storage', async () => {
  const { call, stored } = open();
  expect(await call('setStorage', { key: 'a', data: '1' })).toEqual(ok());
  expect(await call('batchSetStorage', { kvList: [{ key: 'a', value: '1' }] })).toEqual(ok());
  expect(await call('removeStorage', { key: 'a' })).toEqual(ok());
  expect(await call('clearStorage', {})).toEqual(ok());
  expect(stored).toEqual([['todos', [['a', '1']]], ['todos', [['a', '1']]], ['todos', 'a'], ['todos']]);
});

const outcomes: readonly [StoreOutcome, reason: string][] = [
  ['entry-limit', 'entry size limit reached'],
  ['total-limit', 'exceed storage max size 10Mb'],
  ['unavailable', 'storage is not available'],
];
for (const [outcome, reason] of outcomes) {
  test(`storage that answers ${outcome} fails in plain words`, async () => {
    const { call } = open({}, outcome);
    expect(await call('clearStorage', {})).toMatchObject(failed(reason));
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
  const { call } = open({ clipboard });
  expect(await call('setClipboardData', { data: 'x' })).toEqual(ok());
  expect(await call('getClipboardData', {})).toEqual(ok({ data: 'x' }));
});

test('a clipboard that is missing or refuses says so, and no more', async () => {
  const refusing = () => Promise.reject(new Error('Document is not focused at http://localhost'));
  const { call } = open({ clipboard: { writeText: refusing, readText: refusing } });
  const denied = failed('the browser does not allow it now');
  expect(await call('setClipboardData', { data: 'x' })).toMatchObject(denied);
  expect(await call('getClipboardData', {})).toMatchObject(denied);
  const missing = failed('there is no clipboard');
  expect(await open().call('getClipboardData', {})).toMatchObject(missing);
});

test('vibrates where the device can', async () => {
  const pulses: number[] = [];
  const vibrate = (durationMs: number) => pulses.push(durationMs) > 0;
  const { call } = open({ vibrate });
  expect(await call('vibrateShort', { type: 'light' })).toEqual(ok());
  expect(await call('vibrateLong', {})).toEqual(ok());
  expect(pulses).toEqual([15, 400]);
  expect(await open().call('vibrateLong', {})).toMatchObject(failed('this device does not vibrate'));
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
