import * as v from 'valibot';
import { sessionHeader } from './accounts/index.ts';
import { describeApi, type RouteGroup, type RouteList } from './http/open-api.ts';

/** Names of what a request needs, in the document. */
export const tokenNeed = 'token';
export const sessionNeed = 'session';

/** Where the document itself is. */
export const documentRoutes: RouteList = {
  title: 'This document',
  description: 'OpenAPI 3.1 of everything these services answer.',
  routes: [{ method: 'get', path: '/openapi.json', summary: 'This.', answer: v.looseObject({ openapi: v.string() }) }],
};

/** The document of all that is mounted; a test holds it against what is. */
export function describeServices(groups: readonly RouteGroup[]): Record<string, unknown> {
  return describeApi({
    title: 'Terrarium services',
    description: `What is below /api is for the shell: with its token, from its origin. The rest is for servers of programs,
which bring an app's secret or a token it was exchanged for, and of merchants, which sign. Two WebSockets belong to
it: /api/network/{app} and /api/pushes.`,
    security: {
      [tokenNeed]: {
        type: 'http',
        scheme: 'bearer',
        description: 'The token of this process; the page of the shell has it.',
      },
      [sessionNeed]: { type: 'apiKey', in: 'header', name: sessionHeader, description: 'Of a signed-in person.' },
      signature: {
        type: 'apiKey',
        in: 'header',
        name: 'Authorization',
        description: 'WECHATPAY2-SHA256-RSA2048, see the part on payments.',
      },
    },
    groups,
  });
}
