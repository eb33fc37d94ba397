import type { HostMessage } from '../protocol/messages.ts';
import type { GuestApp } from './app.ts';
import { setData } from './component/set-data.ts';
import { copyForView } from './data/copy.ts';
import { callFunction, evaluateGlobally, isArray, isFunction, isObject } from './intrinsics.ts';
import type { Outbox } from './outbox.ts';
import type { GuestPage } from './page/guest-page.ts';
import type { OpenPages } from './page/open-pages.ts';
import { messageOf } from './reporter.ts';

type Inspect = Extract<HostMessage, { kind: 'inspect' }>;

export interface InspectParts {
  readonly app: GuestApp;
  readonly pages: OpenPages;
  readonly outbox: Outbox;
  /** Code from outside is evaluated in development only. */
  mayEvaluate(): boolean;
}

/** Answers an inspector with an `inspected` message; when the answer is a promise, once that settles. */
export function answerInspect(parts: InspectParts, { id, method, params }: Inspect): void {
  const answer = (value: unknown): void => {
    parts.outbox.post({ kind: 'inspected', id, result: copyForView(value) });
  };
  const refuse = (error: unknown): void => {
    parts.outbox.post({ kind: 'inspected', id, error: messageOf(error).slice(0, 16_000) });
  };
  try {
    const value = inspect(parts, method, isObject(params) ? params : {});
    if (isObject(value) && isFunction(value.then)) callFunction(value.then, value, [answer, refuse]);
    else answer(value);
  } catch (error) {
    refuse(error);
  }
}

function inspect(parts: InspectParts, method: Inspect['method'], params: Readonly<Record<string, unknown>>): unknown {
  switch (method) {
    case 'pages':
      return parts.pages.stack.map(({ id, route, query }) => ({ page: id, route, query }));
    case 'page-data':
      return pageOf(parts, params).state.data;
    case 'set-page-data':
      setData(pageOf(parts, params).state, params.data, undefined);
      return null;
    case 'call-method': {
      const { instance, path } = pageOf(parts, params).state;
      const run = instance[String(params.method)];
      if (!isFunction(run)) throw new Error(`${path} has no method "${String(params.method)}"`);
      return callFunction(run, instance, isArray(params.args) ? params.args : []);
    }
    case 'global-data': {
      const app = parts.app.get(undefined);
      return isObject(app) ? app.globalData : null;
    }
    case 'evaluate': {
      if (!parts.mayEvaluate()) throw new Error('evaluate works in development packages only');
      return evaluateGlobally(String(params.source));
    }
  }
}

function pageOf({ pages }: InspectParts, params: Readonly<Record<string, unknown>>): GuestPage {
  const page = typeof params.page === 'number' ? pages.find(params.page) : pages.top;
  if (page === undefined) throw new Error(`page ${String(params.page ?? 'on top')} is not open`);
  return page;
}
