import { expect, test } from '@playwright/test';
import { withFolder } from './fixtures/with-store.ts';
import { openApiPath } from './http/open-api.ts';
import { openServices } from './open-services.ts';

test('the document has every route that is mounted, and no other, with the schemas that are checked', () =>
  withFolder(async (dataDir) => {
    const services = await openServices({ dataDir, localUser: true });
    const answer = await services.serverApi.request('/openapi.json');
    const document = Object(await answer.json());
    await services.close();
    expect([answer.status, document.openapi]).toEqual([200, '3.1.0']);
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(Object(methods)).map((method) => `${method} ${path}`),
    );
    const mounted = [...services.api.routes, ...services.serverApi.routes]
      // Middleware, which answers nothing by itself.
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method.toLowerCase()} ${openApiPath(path)}`);
    expect(described.sort()).toEqual([...new Set(mounted)].sort());
    for (const path of ['/sns/jscode2session', '/cgi-bin/token', '/api/identity/login-codes', '/api/local-session']) {
      expect(document.paths).toHaveProperty([path]);
    }
    const { post } = document.paths['/v3/pay/transactions/jsapi'];
    const { schema } = post.requestBody.content['application/json'];
    expect(schema.required).toEqual(['appid', 'mchid', 'description', 'out_trade_no', 'notify_url', 'amount']);
    expect(schema.properties.amount.properties.total).toMatchObject({ type: 'integer', minimum: 1 });
    expect(document.paths['/v3/pay/transactions/id/{transaction_id}'].get.parameters).toMatchObject([
      { name: 'transaction_id', in: 'path' },
      { name: 'mchid', in: 'query', required: true },
    ]);
  }));
