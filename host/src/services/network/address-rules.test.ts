import type { ServerResponse } from 'node:http';
import { expect, test } from '@playwright/test';
import { createAddressRules, type NetworkProgram } from './address-rules.ts';
import { asking, openLine, serveAnswers } from './fixtures.ts';

const program: NetworkProgram = {
  development: false,
  domains: { request: ['api.example.com', 'https://port.example.com:8443'], socket: ['wss://live.example.com'] },
  app: {},
};
const notListed = { kind: 'failure', reason: 'url not in domain list', errno: 600002 };

const undeclared = [
  'https://other.example.com/',
  'https://api.example.com.evil.net/',
  'https://api.example.com@evil.net/',
  'https://sub.api.example.com/',
  'https://api.example.com:8443/',
  'https://port.example.com/',
  'http://api.example.com/',
  'https://127.0.0.1/',
  'https://93.184.216.34/',
  'https://[::1]/',
  'https://localhost/',
  'https://0x7f.1/',
  'https://live.example.com/',
];
for (const url of undeclared) {
  test(`${url} is not in the list`, async () => {
    const { start, end } = openLine({ program });
    expect(await end(start('request', asking(url)))).toMatchObject(notListed);
  });
}

test('each kind has its own list', async () => {
  const { start, end } = openLine({ program });
  expect(await end(start('downloadFile', { url: 'https://api.example.com/', header: {} }))).toMatchObject(notListed);
  const upload = { url: 'https://api.example.com/', header: {}, filePath: 'a', name: 'a', formData: {} };
  expect(await end(start('uploadFile', upload))).toMatchObject(notListed);
  const socket = { url: 'wss://api.example.com/', header: {}, protocols: [] };
  expect(await end(start('connectSocket', socket))).toMatchObject(notListed);
});

for (const url of ['nothing', '', 'file:///etc/passwd', 'ftp://api.example.com/', 'data:text/plain,x']) {
  test(`"${url}" is no address`, async () => {
    const { start, end } = openLine({ program });
    expect(await end(start('request', asking(url)))).toMatchObject({ reason: `invalid url "${url}"`, errno: 600009 });
  });
}

const inside = ['10.0.0.1', '172.16.3.4', '192.168.1.1', '169.254.169.254', '127.0.0.1', '100.64.0.1', '0.0.0.0'];
for (const address of [...inside, '::1', 'fd00::1', 'fe80::1', '::ffff:10.0.0.1']) {
  test(`a declared name that leads to ${address} is not called`, async () => {
    const family = address.includes(':') ? 6 : 4;
    const { start, end, event } = openLine({ program, resolve: async () => [{ address, family }] });
    expect(await end(start('request', asking('https://api.example.com/')))).toMatchObject({
      reason: 'errcode:-10 cronet_error_code:-10 error_msg:net::ERR_ACCESS_DENIED',
      errno: 600001,
    });
    const socket = { url: 'wss://live.example.com/', header: {}, protocols: [] };
    expect(await event(start('connectSocket', socket), 'error')).toEqual({
      errMsg: expect.stringContaining('ERR_ACCESS_DENIED'),
    });
  });
}

test('one inside address among others is enough; the address that was judged is the one that is called', async () => {
  let asked = 0;
  const addresses = [
    { address: '93.184.216.34', family: 4 },
    { address: '10.0.0.1', family: 4 },
  ];
  const resolve = async () => {
    asked += 1;
    return asked === 1 ? addresses.slice(0, 1) : addresses;
  };
  const rules = createAddressRules({ program, kind: 'request', resolve, closedPorts: new Set() });
  const find = () =>
    new Promise((done) => rules.lookup('api.example.com', {}, (error, address) => done(error?.message ?? address)));
  expect(await find()).toBe('93.184.216.34');
  expect(asked).toBe(1);
  expect(await find()).toBe('an inside address');
});

test('a declared domain can be served on this machine; no other one gets there', async () => {
  await using server = await serveAnswers({ '/a': (_request, response) => response.end('here') });
  const asked: string[] = [];
  const route = async (url: URL) => {
    asked.push(url.href);
    return new URL(`${server.url}${url.pathname}`);
  };
  const { start, end } = openLine({ program, route });
  expect(await end(start('request', asking('https://api.example.com/a')))).toMatchObject({ result: { text: 'here' } });
  expect(await end(start('request', asking('https://other.example.com/a')))).toMatchObject(notListed);
  expect(await end(start('request', asking(`${server.url}/a`)))).toMatchObject(notListed);
  expect(asked).toEqual(['https://api.example.com/a']);
});

test('a redirect leads a program nowhere it could not call itself', async () => {
  const places = new Map([
    ['/undeclared', 'https://other.example.com/'],
    ['/plain', 'http://api.example.com/'],
    ['/address', 'https://192.168.0.1/'],
    ['/loopback', 'http://127.0.0.1:4321/'],
  ]);
  const heard: string[] = [];
  await using server = await serveAnswers(
    Object.fromEntries(
      [...places].map(([path, Location]) => [
        path,
        (_request: unknown, response: ServerResponse) => {
          heard.push(path);
          response.writeHead(302, { Location }).end();
        },
      ]),
    ),
  );
  const { start, end } = openLine({ program, route: async ({ pathname }) => new URL(`${server.url}${pathname}`) });
  for (const path of places.keys()) {
    expect(await end(start('request', asking(`https://api.example.com${path}`))), path).toMatchObject(notListed);
  }
  expect(heard).toEqual([...places.keys()]);
});

test('in development this machine may be called, its neighbours and the host itself may not', async () => {
  await using server = await serveAnswers({ '/': (_request, response) => response.end('here') });
  const resolve = async () => [{ address: '10.0.0.1', family: 4 }];
  const { start, end } = openLine({ resolve, closedPorts: [4321] });
  expect(await end(start('request', asking(`${server.url}/`)))).toMatchObject({ result: { text: 'here' } });
  const refused = { kind: 'failure', errno: 600001, reason: expect.stringContaining('ERR_ACCESS_DENIED') };
  for (const url of [
    'http://127.0.0.1:4321/',
    'http://localhost:4321/',
    'http://demo.localhost:4321/',
    'http://[::1]:4321/',
    'http://192.168.1.1/',
    'http://[::ffff:127.0.0.1]:4321/',
    'http://0.0.0.0:4321/',
    'http://rebound.example.com/',
    'http://localhost:9/',
  ]) {
    expect(await end(start('request', asking(url))), url).toMatchObject(refused);
  }
});

test('each hop of a redirect is judged again', async () => {
  await using server = await serveAnswers({
    '/neighbour': (_request, response) => response.writeHead(302, { Location: 'http://192.168.0.1/' }).end(),
    '/file': (_request, response) => response.writeHead(302, { Location: 'file:///etc/passwd' }).end(),
    '/own': (_request, response) => response.writeHead(307, { Location: 'http://127.0.0.1:4321/' }).end(),
    '/round': (_request, response) => response.writeHead(302, { Location: '/round' }).end(),
    '/on': (_request, response) => response.writeHead(303, { Location: '/there' }).end(),
    '/there': (request, response, body) => response.end(`${request.method} ${body.length}`),
  });
  const { start, end } = openLine({ closedPorts: [4321] });
  const ask = (path: string, more = {}) => end(start('request', asking(`${server.url}${path}`, more)));
  expect(await ask('/neighbour')).toMatchObject({ reason: expect.stringContaining('ERR_ACCESS_DENIED') });
  expect(await ask('/own')).toMatchObject({ reason: expect.stringContaining('ERR_ACCESS_DENIED') });
  expect(await ask('/file')).toMatchObject({ reason: 'invalid url "file:///etc/passwd"' });
  expect(await ask('/round')).toMatchObject({ reason: expect.stringContaining('ERR_TOO_MANY_REDIRECTS') });
  const post = { method: 'POST', data: { kind: 'value', value: 'abc' } };
  expect(await ask('/on', post)).toMatchObject({ result: { text: 'GET 0' } });
  expect(await ask('/on', { redirect: 'manual' })).toMatchObject({ result: { statusCode: 303 } });
});
