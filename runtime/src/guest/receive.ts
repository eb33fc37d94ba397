import type { HostMessage } from '../protocol/messages.ts';
import type { GuestApp } from './app.ts';
import type { Calls } from './calls.ts';
import type { Catalogue } from './component/catalogue.ts';
import { receiveViewEvent } from './events/view-event.ts';
import { answerInspect } from './inspect.ts';
import type { Session } from './link.ts';
import type { Modules } from './modules.ts';
import type { Outbox } from './outbox.ts';
import type { OpenPages } from './page/open-pages.ts';
import type { Reporter } from './reporter.ts';

export interface ReceiverParts {
  readonly app: GuestApp;
  readonly calls: Calls;
  readonly catalogue: Catalogue;
  readonly modules: Modules;
  readonly outbox: Outbox;
  readonly pages: OpenPages;
  readonly reporter: Reporter;
  readonly session: Session;
  /** Sets a global of the program. */
  setGlobal(name: string, value: unknown): void;
}

/** Carries out one message of the player. */
export function receiveMessage(parts: ReceiverParts, message: HostMessage): void {
  const { app, calls, pages, reporter, session } = parts;
  switch (message.kind) {
    case 'launch':
      launch(parts, message);
      return;
    case 'main':
      runApp(parts, message.appScript);
      return;
    case 'open-page':
      pages.open(message.page, message.route, message.query, message.openType);
      return;
    case 'show-page':
      pages.show(message.page);
      return;
    case 'hide-page':
      pages.hide(message.page);
      return;
    case 'close-page':
      pages.close(message.page);
      return;
    case 'rendered':
      pages.find(message.page)?.queue.rendered(message.batch);
      return;
    case 'event': {
      const page = pages.find(message.page);
      if (page !== undefined) receiveViewEvent(page.operations, reporter, message, calls.tell);
      return;
    }
    case 'page-event':
      pages.event(message.page, message.name, message.data);
      return;
    case 'show-app':
      session.entered(message.options);
      app.show(message.options);
      return;
    case 'hide-app':
      app.hide();
      return;
    case 'page-not-found':
      app.pageNotFound({ path: message.path, query: message.query, isEntryPage: message.isEntryPage });
      return;
    case 'settle':
      calls.settle(message.call, { ok: true, result: message.result });
      return;
    case 'fail':
      calls.settle(message.call, { ok: false, error: message.error });
      return;
    case 'notify':
      calls.notify(message.name, message.data);
      return;
    case 'environment':
      session.setEnvironment(message.environment);
      app.environment(message.environment);
      return;
    case 'inspect': {
      const mayEvaluate = (): boolean => session.current().account.envVersion === 'develop';
      answerInspect({ app, pages, outbox: parts.outbox, mayEvaluate }, message);
      return;
    }
    default: {
      const unknown: never = message;
      throw new Error(`unknown message ${String(unknown)}`);
    }
  }
}

function launch(parts: ReceiverParts, message: Extract<HostMessage, { kind: 'launch' }>): void {
  const { app, catalogue, session } = parts;
  session.launch(message);
  catalogue.setComponents(message.components);
  app.environment(message.environment);
  const { appId, version, envVersion } = message.account;
  // Not documented, but read by many programs to tell development from release.
  parts.setGlobal('__wxConfig', {
    envVersion,
    accountInfo: { appId, version },
    platform: message.environment.system.platform,
  });
  if (message.independent !== true) runApp(parts, message.appScript);
}

function runApp({ app, modules, reporter, session }: ReceiverParts, script: string | undefined): void {
  if (script !== undefined) {
    try {
      modules.run(script);
    } catch (error) {
      reporter.failed(`loading ${script}`, error);
    }
  }
  app.launch(session.current().options);
}
