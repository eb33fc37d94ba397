import { expect, test } from '@playwright/test';
import type { Json } from '../protocol/json.ts';
import { createCanvases } from './canvases.ts';
import { createPictureFetch } from './fetch-picture.ts';

/** Canvases of a browser that shows them nothing of other sites, with a host that answers `downloadFile`. */
function open(answer: Json | undefined) {
  const posted: unknown[] = [];
  const decoded: string[] = [];
  const called: Json[] = [];
  const fetch = createPictureFetch({
    async call(name, params) {
      called.push([name, params]);
      return answer === undefined
        ? { ok: false, error: { errMsg: 'fail url not in domain list' } }
        : { ok: true, result: answer };
    },
  });
  const canvases = createCanvases({
    assets: {
      url: (written) => (written.startsWith('http://tmp/') ? `blob:${written}` : written),
      keep: () => '',
    },
    async decode(url) {
      decoded.push(url);
      if (/^https?:/.test(url)) throw new Error('its site does not allow canvases to read it');
      return { bitmap: { url }, width: 3, height: 2 };
    },
    fetch,
    post: (message) => posted.push(message),
  });
  return { canvases, posted, decoded, called };
}

test('a picture that its site gives no canvas is fetched by the host, once', async () => {
  const { canvases, posted, decoded, called } = open({ statusCode: 200, tempFilePath: 'http://tmp/a.png', size: 5 });
  const address = 'https://cdn.example/a.png';
  expect(await canvases.load(1, address, 'pages/a')).toEqual({ ok: true, result: { width: 3, height: 2 } });
  expect(await canvases.load(2, address, 'pages/a')).toMatchObject({ ok: true });
  expect(called).toEqual([['downloadFile', { task: expect.any(Number), url: address, header: {} }]]);
  expect(decoded).toEqual([address, 'blob:http://tmp/a.png', 'blob:http://tmp/a.png']);
  expect(posted).toEqual([1, 2].map((id) => ({ kind: 'picture', id, bitmap: { url: 'blob:http://tmp/a.png' } })));
});

for (const [title, answer] of [
  ['refuses', undefined],
  ['finds a page that says no', { statusCode: 404, tempFilePath: 'http://tmp/a.html', size: 5 }],
  ['answers something else', { statusCode: 200, size: 5 }],
] as const) {
  test(`where the host ${title} the picture fails as the browser said`, async () => {
    const { canvases, posted } = open(answer);
    expect(await canvases.load(1, 'https://cdn.example/a.png', 'pages/a')).toMatchObject({
      ok: false,
      error: { errMsg: 'fail https://cdn.example/a.png: its site does not allow canvases to read it' },
    });
    expect(posted).toEqual([]);
  });
}

test('the host is asked for nothing of the program’s own', async () => {
  const { canvases, called } = open({ statusCode: 200, tempFilePath: 'http://tmp/a.png', size: 5 });
  await canvases.load(1, 'data:image/png;base64,AA', 'pages/a');
  expect(called).toEqual([]);
});
