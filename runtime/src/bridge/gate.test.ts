import { expect, test } from '@playwright/test';
import * as v from 'valibot';
import type { Capability } from '../protocol/capabilities.ts';
import type { Manifest } from '../protocol/manifest.ts';
import { createGate, type GateName, type GateOptions, gateNames, hasPrivacyContract } from './gate.ts';
import { createMemoryGrants } from './grants.ts';

const manifest: Manifest = {
  format: 1,
  appId: 'todos',
  name: 'Todos',
  version: '1.0.0',
  development: false,
  capabilities: ['getThing'],
  domains: {},
  pages: ['a'],
  entryPage: 'a',
  window: {},
  app: { permission: { 'scope.thing': { desc: 'to find your thing' } }, requiredPrivateInfos: ['getThing'] },
  components: {},
  parts: [],
  files: [],
};

/** Needs everything; passes every gate with `passing`. */
const capability: Capability = {
  name: 'getThing',
  answeredBy: 'host',
  description: 'Gets the thing.',
  params: v.object({}),
  result: v.object({}),
  scope: 'scope.thing',
  needs: ['gesture', 'real-name'],
  privacy: true,
  privateInfo: true,
  perSecond: 1,
};

const expected: Readonly<Record<GateName, { code: string; errMsg: string }>> = {
  declared: { code: 'UNDECLARED', errMsg: 'fail no permission' },
  privacy: { code: 'DENIED', errMsg: 'fail privacy permission is not authorized' },
  scope: { code: 'DENIED', errMsg: 'fail auth deny' },
  gesture: { code: 'NO_GESTURE', errMsg: 'fail can only be invoked by user TAP gesture.' },
  eligibility: { code: 'NOT_ELIGIBLE', errMsg: 'fail not eligible: real-name is required' },
  rate: { code: 'LIMIT_RATE', errMsg: 'fail called too frequently' },
};

/** Checks once with the named gates set to refuse and all others to pass. */
async function check(failing: readonly GateName[]) {
  const fails = (gate: GateName) => failing.includes(gate);
  const gate = createGate({
    manifest: fails('declared') ? { ...manifest, capabilities: [] } : manifest,
    grants: createMemoryGrants(),
    ask: async () => (fails('scope') ? 'refused' : 'granted'),
    askPrivacy: async () => !fails('privacy'),
    eligible: async () => !fails('eligibility'),
    now: () => 0,
  });
  const once = fails('rate') ? { ...capability, perSecond: 0 } : capability;
  return gate.check(once, fails('gesture') ? undefined : 10);
}

test('passes when no gate refuses', async () => {
  expect(await check([])).toBeUndefined();
});

for (const first of gateNames) {
  test(`${first} refuses alone`, async () => {
    expect(await check([first])).toMatchObject({ gate: first, ...expected[first] });
  });
  for (const second of gateNames.slice(gateNames.indexOf(first) + 1)) {
    test(`${first} refuses before ${second}`, async () => {
      expect(await check([second, first])).toMatchObject({ gate: first, ...expected[first] });
    });
  }
}

function open(options: Partial<GateOptions>) {
  return createGate({ manifest, grants: createMemoryGrants(), now: () => 0, ...options });
}

test('a private info that app.json does not list is refused in WeChat’s words, even in development', async () => {
  const gate = open({ manifest: { ...manifest, development: true, app: {} } });
  expect(await gate.check(capability, 0)).toEqual({
    gate: 'declared',
    code: 'UNDECLARED',
    errMsg: 'fail the api need to be declared in the requiredPrivateInfos field in app.json',
  });
});

test('a basic capability needs no declaration, and development none at all', async () => {
  const plain: Capability = { ...capability, scope: undefined, needs: [], privacy: undefined, privateInfo: undefined };
  const undeclared = { ...manifest, capabilities: [] };
  expect(await open({ manifest: undeclared }).check(plain, undefined)).toMatchObject({ gate: 'declared' });
  expect(await open({ manifest: undeclared }).check({ ...plain, basic: true }, undefined)).toBeUndefined();
  expect(await open({ manifest: { ...undeclared, development: true } }).check(plain, undefined)).toBeUndefined();
});

test('everything that the host does not answer is a no', async () => {
  const gate = open({});
  expect(await gate.check(capability, 0)).toMatchObject({ gate: 'privacy' });
  expect(await gate.check({ ...capability, privacy: undefined }, 0)).toMatchObject({
    gate: 'scope',
    code: 'CANCELLED',
  });
  const unscoped = { ...capability, privacy: undefined, scope: undefined };
  expect(await gate.check(unscoped, 0)).toMatchObject({ gate: 'eligibility' });
});

test('the program’s reason is handed to the question, capped', async () => {
  const questions: unknown[] = [];
  const permission = { 'scope.thing': { desc: 'x'.repeat(100) } };
  const gate = open({
    manifest: { ...manifest, app: { ...manifest.app, permission } },
    askPrivacy: async () => true,
    ask: async (question) => {
      questions.push(question);
      return 'refused';
    },
  });
  await gate.check(capability, 0);
  expect(questions).toEqual([{ appId: 'todos', scope: 'scope.thing', reason: 'x'.repeat(30) }]);
});

test('a decision is kept, a closed sheet is not, and one question serves all who wait', async () => {
  const answers: ('closed' | 'refused')[] = ['closed', 'refused'];
  let asked = 0;
  const gate = open({
    askPrivacy: async () => true,
    ask: async () => {
      asked += 1;
      return answers.shift() ?? 'granted';
    },
  });
  const both = await Promise.all([gate.check(capability, 0), gate.check(capability, 0)]);
  expect(both.map((refusal) => refusal?.errMsg)).toEqual(['fail auth canceled', 'fail auth canceled']);
  expect(asked).toBe(1);
  expect(await gate.check(capability, 0)).toMatchObject({ code: 'DENIED' });
  expect(await gate.check(capability, 0)).toMatchObject({ code: 'DENIED' });
  expect(asked).toBe(2);
});

test('a revoked grant refuses the next call', async () => {
  const grants = createMemoryGrants();
  await grants.decide('todos', 'scope.thing', 'granted');
  await grants.acceptPrivacy('todos');
  const gate = open({ grants, eligible: async () => true });
  expect(await gate.check(capability, 0)).toBeUndefined();
  await grants.decide('todos', 'scope.thing', 'refused');
  expect(await gate.check(capability, 0)).toMatchObject({ gate: 'scope' });
});

const gestures: readonly [ageMs: number | undefined, passes: boolean][] = [
  [undefined, false],
  [-1, false],
  [Number.NaN, false],
  [0, true],
  [5_000, true],
  [5_001, false],
];
for (const [ageMs, passes] of gestures) {
  test(`a gesture of ${ageMs} ms ago ${passes ? 'passes' : 'refuses'}`, async () => {
    const needy: Capability = { ...capability, scope: undefined, privacy: undefined, needs: ['gesture'] };
    expect((await open({}).check(needy, ageMs)) === undefined).toBe(passes);
  });
}

test('a program that is not in front is refused what needs to be seen', async () => {
  const seen: Capability = { ...capability, scope: undefined, privacy: undefined, needs: ['visible'] };
  expect(await open({ visible: () => false }).check(seen, 0)).toMatchObject({ gate: 'gesture' });
  expect(await open({ visible: () => true }).check(seen, 0)).toBeUndefined();
});

test('the rate follows the injected clock', async () => {
  let now = 0;
  const gate = open({ now: () => now });
  const often: Capability = { ...capability, scope: undefined, privacy: undefined, needs: [], perSecond: 2 };
  const pass = async () => (await gate.check(often, undefined)) === undefined;
  expect([await pass(), await pass(), await pass()]).toEqual([true, true, false]);
  now = 499;
  expect(await pass()).toBe(false);
  now = 1_000;
  expect([await pass(), await pass(), await pass()]).toEqual([true, true, false]);
  now = 0;
  expect(await pass()).toBe(false);
  now = 500;
  expect(await pass()).toBe(true);
});

test('a call asks for the scope that its parameters name', async () => {
  const grants = createMemoryGrants();
  await grants.acceptPrivacy('todos');
  await grants.decide('todos', 'scope.camera', 'refused');
  const gate = open({ grants, ask: async () => 'granted' });
  const naming: Capability = { ...capability, scope: undefined, needs: [], scopeParam: 'scope', perSecond: 100 };
  expect(await gate.check(naming, 0, 'scope.record')).toBeUndefined();
  expect(await gate.check(naming, 0, 'scope.camera')).toMatchObject({ gate: 'scope', errMsg: 'fail auth deny' });
});

test('the contract is asked for once by all that wait, and names the first', async () => {
  const referrers: string[] = [];
  const askPrivacy = async (_appId: string, referrer: string) => {
    referrers.push(referrer);
    return false;
  };
  const gate = open({ askPrivacy });
  const both = await Promise.all([gate.check(capability, 0), gate.check({ ...capability, privateInfo: undefined }, 0)]);
  expect(both.map((refusal) => refusal?.gate)).toEqual(['privacy', 'privacy']);
  expect(referrers).toEqual(['getThing']);
});

const contracts: readonly [development: boolean, app: Manifest['app'], needed: boolean][] = [
  [false, {}, true],
  [true, {}, false],
  [true, { __usePrivacyCheck__: true }, true],
];
for (const [development, app, needed] of contracts) {
  test(`a ${development ? 'development' : 'checked'} program with ${JSON.stringify(app)} ${needed ? 'needs' : 'has'} ${needed ? 'its' : 'no'} contract`, () =>
    expect(hasPrivacyContract({ ...manifest, development, app })).toBe(needed));
}
