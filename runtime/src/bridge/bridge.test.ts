import { expect, test } from '@playwright/test';
import { capabilities, capabilityTable } from '../capabilities/index.ts';
import { TerrariumError } from '../protocol/errors.ts';
import type { Manifest } from '../protocol/manifest.ts';
import { type AuditLine, createAuditRing } from './audit.ts';
import { type BridgeOptions, createBridge } from './bridge.ts';
import { createMemoryGrants } from './grants.ts';
import { refuse, succeed, supportedBy } from './provider.ts';

const manifest: Manifest = {
  format: 1,
  appId: 'todos',
  name: 'Todos',
  version: '1.0.0',
  development: true,
  capabilities: [],
  domains: {},
  pages: ['a'],
  entryPage: 'a',
  window: {},
  app: {},
  components: {},
  parts: [],
  files: [],
};

function open(options: Partial<BridgeOptions> = {}) {
  const lines: AuditLine[] = [];
  const stored: unknown[] = [];
  const bridge = createBridge({
    manifest,
    grants: createMemoryGrants(),
    now: () => 7,
    audit: (line) => lines.push(line),
    providers: {
      setStorage: async (call) => {
        stored.push(call);
        return succeed({});
      },
    },
    ...options,
  });
  const call = (name: string, params: unknown, more: object = {}) =>
    bridge.handle({ kind: 'request', id: 1, name, params, ...more });
  return { bridge, call, lines, stored };
}

const unsupported = { ok: false, error: { errMsg: 'fail not supported', errno: undefined } };
const invalid = { ok: false, error: { errMsg: 'fail the call is not valid', errno: undefined } };

test('a call goes the whole way and leaves an audit line', async () => {
  const { call, lines, stored } = open();
  expect(await call('setStorage', { key: 'a', data: '1', more: 2 })).toEqual({ ok: true, result: {} });
  expect(stored).toEqual([{ appId: 'todos', params: { key: 'a', data: '1' }, files: [] }]);
  const line = { at: 7, appId: 'todos', name: 'setStorage', stage: 'reply', outcome: 'ok', durationMs: 0 };
  expect(lines).toEqual([line]);
});

for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'nothing', '']) {
  test(`no capability is called ${JSON.stringify(name)}`, async () => {
    const { call, lines } = open();
    expect(await call(name, {})).toEqual(unsupported);
    expect(lines).toMatchObject([{ name: '?', stage: 'decode', outcome: 'refused', code: 'NOT_SUPPORTED' }]);
  });
}

test('a capability without provider, and one of the player, answer not supported', async () => {
  const { call, lines } = open();
  expect(await call('getClipboardData', {})).toEqual(unsupported);
  expect(await call('navigateTo', { url: '/a' })).toEqual(unsupported);
  expect(lines.map(({ name }) => name)).toEqual(['getClipboardData', 'navigateTo']);
});

const broken: readonly [what: string, request: unknown][] = [
  ['nothing', undefined],
  ['a text', 'setStorage'],
  ['an unknown key', { kind: 'request', id: 1, name: 'setStorage', params: {}, appId: 'bank' }],
  ['a number as name', { kind: 'request', id: 1, name: 7, params: {} }],
  ['a negative id', { kind: 'request', id: -1, name: 'setStorage', params: {} }],
  ['a missing parameter object', { kind: 'request', id: 1, name: 'setStorage' }],
  ['a very long name', { kind: 'request', id: 1, name: 'x'.repeat(129), params: {} }],
  ['too much', { kind: 'request', id: 1, name: 'setStorage', params: { key: 'a', data: 'x'.repeat(9_000_000) } }],
];
for (const [what, request] of broken) {
  test(`refuses ${what}`, async () => {
    const { bridge, stored } = open();
    expect(await bridge.handle(request)).toEqual(invalid);
    expect(stored).toEqual([]);
  });
}

test('refuses what cannot be copied', async () => {
  const { bridge, call } = open();
  const cycle: Record<string, unknown> = {};
  cycle.self = cycle;
  let deep: unknown = 1;
  for (let level = 0; level < 200_000; level += 1) deep = [deep];
  expect(await call('setStorage', cycle)).toEqual(invalid);
  expect(await call('setStorage', deep)).toEqual(invalid);
  const throwing = {
    get kind() {
      throw new Error('no');
    },
  };
  expect(await bridge.handle(throwing)).toEqual(invalid);
});

test('a forged identity in parameters changes nothing', async () => {
  const { call, stored } = open();
  await call('setStorage', { key: 'a', data: '1', appId: 'bank', user: 'root' });
  expect(stored).toEqual([{ appId: 'todos', params: { key: 'a', data: '1' }, files: [] }]);
});

test('what was validated is what is acted on: toJSON and getters speak once', async () => {
  const { call, stored } = open();
  let asked = 0;
  const params = {
    toJSON: () => {
      asked += 1;
      return asked === 1 ? { key: 'mine', data: '1' } : { key: 'other', data: '2' };
    },
  };
  let reads = 0;
  const twoFaced = {
    get key() {
      reads += 1;
      return reads === 1 ? 'mine' : 'other';
    },
    data: '1',
  };
  await call('setStorage', params);
  await call('setStorage', twoFaced);
  expect([asked, reads]).toEqual([1, 1]);
  const mine = { appId: 'todos', params: { key: 'mine', data: '1' }, files: [] };
  expect(stored).toEqual([mine, mine]);
});

test('own __proto__ keys pollute nothing', async () => {
  const { bridge, stored } = open();
  const text = '{"kind":"request","id":1,"name":"setStorage","params":{"key":"a","data":"1","__proto__":{"x":1}}}';
  expect(await bridge.handle(JSON.parse(text))).toEqual({ ok: true, result: {} });
  expect(stored).toEqual([{ appId: 'todos', params: { key: 'a', data: '1' }, files: [] }]);
  expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
});

test('a bad argument is refused before any gate, in WeChat’s words', async () => {
  const { call, lines } = open({ manifest: { ...manifest, development: false } });
  expect(await call('setStorage', { key: 1, data: '1' })).toMatchObject({ ok: false, error: { errno: 1001 } });
  expect(lines).toMatchObject([{ stage: 'decode', code: 'BAD_ARGUMENT' }]);
});

test('a refusal names its gate in the audit line and shows the program no code', async () => {
  const { call, lines } = open({
    manifest: { ...manifest, development: false },
    providers: { vibrateLong: () => succeed({}) },
  });
  expect(await call('vibrateLong', {})).toEqual({
    ok: false,
    error: { errMsg: 'fail no permission', errno: undefined },
  });
  expect(lines).toMatchObject([{ stage: 'declared', outcome: 'refused', code: 'UNDECLARED' }]);
});

test('a result is stripped to what is declared', async () => {
  const { call } = open({
    providers: { getClipboardData: () => succeed({ data: 'text', sessionKey: 'secret', path: '/root' }) },
  });
  expect(await call('getClipboardData', {}, { gestureAgeMs: 1 })).toEqual({ ok: true, result: { data: 'text' } });
});

test('a result that does not fit is our fault, and says no more', async () => {
  const { call, lines } = open({
    providers: { getSetting: () => succeed({ authSetting: JSON.parse('{"scope.x":"yes"}') }) },
  });
  expect(await call('getSetting', {})).toEqual({
    ok: false,
    error: { errMsg: 'fail internal error', errno: undefined },
  });
  expect(lines).toMatchObject([{ stage: 'check', outcome: 'failed', code: 'INTERNAL' }]);
});

test('a provider’s exception leaks nothing', async () => {
  const faults: unknown[] = [];
  const { call, lines } = open({
    providers: {
      clearStorage: () => {
        throw new Error('/home/host/secret.db at http://127.0.0.1');
      },
    },
    onFault: (name, error) => faults.push([name, String(error)]),
  });
  expect(await call('clearStorage', {})).toEqual({
    ok: false,
    error: { errMsg: 'fail internal error', errno: undefined },
  });
  expect(lines).toMatchObject([{ stage: 'provider', outcome: 'failed', code: 'INTERNAL' }]);
  expect(faults).toEqual([['clearStorage', 'Error: /home/host/secret.db at http://127.0.0.1']]);
});

test('grants and providers that cannot be reached allow nothing, and are nobody’s bug', async () => {
  const away = () => Promise.reject(new TerrariumError('UNAVAILABLE', 'http://127.0.0.1 does not answer'));
  const faults: unknown[] = [];
  const { call, lines } = open({
    manifest: { ...manifest, app: { requiredPrivateInfos: ['getLocation'] } },
    grants: { ...createMemoryGrants(), decision: away },
    providers: { getLocation: () => refuse('PROVIDER', 'was reached'), clearStorage: away },
    onFault: (...fault) => faults.push(fault),
  });
  const failed = { ok: false, error: { errMsg: 'fail system error', errno: undefined } };
  expect(await call('getLocation', {})).toEqual(failed);
  expect(await call('clearStorage', {})).toEqual(failed);
  const line = { stage: 'provider', outcome: 'failed', code: 'UNAVAILABLE' };
  expect(lines).toMatchObject([line, line]);
  expect(faults).toEqual([]);
});

test('a provider’s expected failure is told as it says', async () => {
  const { call, lines } = open({ providers: { removeStorage: () => refuse('UNAVAILABLE', 'storage is away', 5) } });
  expect(await call('removeStorage', { key: 'a' })).toEqual({
    ok: false,
    error: { errMsg: 'fail storage is away', errno: 5 },
  });
  expect(lines).toMatchObject([{ stage: 'provider', outcome: 'failed', code: 'UNAVAILABLE' }]);
});

test('only so many calls are under way at once', async () => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const { call } = open({
    pendingCalls: 2,
    providers: { clearStorage: () => held.then(() => succeed({})) },
  });
  const calls = [call('clearStorage', {}), call('clearStorage', {}), call('clearStorage', {})];
  expect(await calls[2]).toMatchObject({ ok: false, error: { errMsg: 'fail too many calls under way' } });
  release();
  expect(await Promise.all(calls.slice(0, 2))).toEqual([
    { ok: true, result: {} },
    { ok: true, result: {} },
  ]);
  expect(await call('clearStorage', {})).toEqual({ ok: true, result: {} });
});

test('a program that calls above the rate is refused by name', async () => {
  const { call, lines } = open({ providers: { vibrateLong: () => succeed({}) } });
  const outcomes = [];
  for (let count = 0; count < 6; count += 1) outcomes.push((await call('vibrateLong', {})).ok);
  expect(outcomes).toEqual([true, true, true, true, true, false]);
  expect(lines.at(-1)).toMatchObject({ name: 'vibrateLong', stage: 'rate', code: 'LIMIT_RATE' });
});

test('a host supports what it has providers for', () => {
  expect(supportedBy({ clearStorage: () => succeed({}), setStorage: () => succeed({}) }).sort()).toEqual([
    'clearStorage',
    'setStorage',
  ]);
  const hostNames = [...capabilityTable.values()].filter(({ answeredBy }) => answeredBy === 'host');
  expect(hostNames).toContain(capabilities.setStorage);
});

test('the audit ring forgets the oldest', () => {
  const ring = createAuditRing(2);
  for (const name of ['a', 'b', 'c']) {
    ring.add({ at: 0, appId: 'x', name, stage: 'reply', outcome: 'ok', durationMs: 0 });
  }
  expect(ring.lines().map(({ name }) => name)).toEqual(['b', 'c']);
});
