import { once } from 'node:events';
import { createServer } from 'node:http';
import { expect, test } from '@playwright/test';
import { createPostNotice } from './post-notice.ts';

const refused: readonly (readonly [url: string, reason: RegExp])[] = [
  ['http://pizza.example/notify', /https is needed/],
  ['https://10.0.0.1/notify', /a name is needed/],
  ['https://[::1]/notify', /a name is needed/],
  ['https://2130706433/notify', /a name is needed/],
  ['http://127.0.0.1:9/notify', /https is needed/],
  ['https://localhost/notify', /inside address/],
];

test('a notice goes nowhere inside', async () => {
  const post = createPostNotice({ allowLoopback: false });
  for (const [url, reason] of refused) await expect(post(url, {}, '{}'), url).rejects.toThrow(reason);
});

test('in development it reaches a server on this machine, and follows no redirect', async () => {
  const heard: string[] = [];
  const server = createServer((request, answer) => {
    heard.push(`${request.method} ${request.url} ${request.headers['wechatpay-serial']}`);
    answer.writeHead(302, { location: '/elsewhere' }).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const post = createPostNotice({ allowLoopback: true });
  expect(await post(`http://127.0.0.1:${port}/notify`, { 'wechatpay-serial': 'AB' }, '{}')).toBe(302);
  expect(heard).toEqual(['POST /notify AB']);
  server.close();
});
