import type { HostMessage } from '../protocol/messages.ts';
import type { GuestEntry } from '../protocol/sandbox.ts';
import { createApp } from './app.ts';
import { createUnitRegistry } from './blocks/unit-registry.ts';
import { createCalls } from './calls.ts';
import { createCatalogue } from './component/catalogue.ts';
import { createDefiner } from './component/define.ts';
import { createInstancePrototype } from './component/instance-methods.ts';
import { stateOf } from './component/instance-registry.ts';
import { defineAbsent } from './environment/absent.ts';
import { createConsole } from './environment/console.ts';
import { defineNumberFormat } from './environment/number-format.ts';
import { cloneStructured } from './environment/structured-clone.ts';
import { GuestTextDecoder, GuestTextEncoder } from './environment/text-encoding.ts';
import { createTimers } from './environment/timers.ts';
import { defineGlobal } from './globals.ts';
import { isFunction, microtask, parseMessages } from './intrinsics.ts';
import { createLink, createSession } from './link.ts';
import { createModules, type LoadPart } from './modules.ts';
import { createOutbox, type Door } from './outbox.ts';
import { createOpenPages, type OpenPages } from './page/open-pages.ts';
import { type ReceiverParts, receiveMessage } from './receive.ts';
import { createReporter } from './reporter.ts';
import { createRequirePlugin } from './require-plugin.ts';
import { createMediaQueryObserver, createWx, jsonOf } from './wx/index.ts';
import { createWxsWorld, wxsGlobals } from './wxs-world.ts';

/**
 * Starts the base library: sets the globals of `realm` and returns what the sandbox calls. `door` stays in this
 * closure; program code never holds it. Tests hand in an object of their own as realm.
 */
export function createEntry(door: Door, realm: object = globalThis): GuestEntry {
  const outbox = createOutbox(door);
  const reporter = createReporter(outbox);
  const now = (): number => Number(door('now', ''));
  const startedAt = now();
  const timers = createTimers(door, reporter);
  const wxs = createWxsWorld();
  const units = createUnitRegistry({ requireWxs: wxs.require, failed: reporter.failed });
  const app = createApp(reporter);
  const calls = createCalls(outbox, reporter);
  const loadPart: LoadPart = (path, done) =>
    calls.load(path, (outcome) => done(outcome.ok ? undefined : outcome.error.errMsg));
  const session = createSession();
  const modules = createModules(loadPart, () => session.current().pluginExports);
  let pages: OpenPages;
  const { link, openerChannel, drawn, paint } = createLink({ door, reporter, calls, app, session, pages: () => pages });
  const wx = createWx(link);
  const common = createInstancePrototype(wx, {
    createMediaQueryObserver: (instance) => createMediaQueryObserver(link, instance),
    animate(instance, selector, what, done) {
      const params = jsonOf({ selector, ...what });
      if (params === undefined) return done('fail the keyframes cannot be written as JSON');
      // What asks before it is drawn waits for its drawing.
      link.afterDrawing(() => {
        const root = link.viewRoot(instance);
        if (root === undefined) return;
        link.call('animateNodes', { ...params, ...root }, (outcome) =>
          done(outcome.ok ? undefined : outcome.error.errMsg),
        );
      });
    },
    tabBarOf: (page) => pages.find(page)?.tabBar?.instance ?? null,
  });
  const catalogue = createCatalogue({ modules, units, reporter, common });
  let turn = 0;
  pages = createOpenPages({
    reporter,
    catalogue,
    units,
    turn: () => turn,
    elapsedMs: () => now() - startedAt,
    loadPart,
    after: (delayMs, job) => timers.setTimeout(job, delayMs),
    cancel: timers.clear,
    later: (job) => timers.setTimeout(job, 0),
    openerChannel,
    tabBarFor: (route) => (session.current().ownTabBar?.includes(route) ? 'custom-tab-bar/index' : undefined),
  });
  reporter.onFailed(app.failed);
  reporter.onThrown((self, error) => stateOf(self)?.run('error', error));

  const definer = createDefiner(reporter, () => modules.current, catalogue.has);
  defineAbsent(realm);
  // Code written for Node as well looks for its globals here; so does what is compiled to it.
  defineGlobal(realm, 'global', realm);
  defineGlobal(realm, 'App', app.define);
  defineGlobal(realm, 'getApp', app.get);
  defineGlobal(realm, 'Page', (options: unknown) => catalogue.define(definer.page(options), 'Page'));
  defineGlobal(realm, 'Component', (options: unknown) => catalogue.define(definer.component(options), 'Component'));
  defineGlobal(realm, 'Behavior', definer.behavior);
  defineGlobal(realm, 'getCurrentPages', link.pages);
  defineGlobal(realm, 'wx', wx);
  defineGlobal(realm, 'console', createConsole(door, now));
  defineGlobal(realm, 'setTimeout', timers.setTimeout);
  defineGlobal(realm, 'clearTimeout', timers.clear);
  defineGlobal(realm, 'setInterval', timers.setInterval);
  defineGlobal(realm, 'clearInterval', timers.clear);
  defineGlobal(realm, 'queueMicrotask', (job: unknown) => {
    if (!isFunction(job)) throw new TypeError('queueMicrotask needs a function');
    microtask(() => reporter.guard(job, undefined, [], 'callback', 'queueMicrotask'));
  });
  defineGlobal(realm, 'structuredClone', cloneStructured);
  defineGlobal(realm, 'TextEncoder', GuestTextEncoder);
  defineGlobal(realm, 'TextDecoder', GuestTextDecoder);
  defineGlobal(
    realm,
    'requirePlugin',
    createRequirePlugin(modules, () => session.current().plugins),
  );
  defineGlobal(realm, 'getDate', wxsGlobals.getDate);
  defineGlobal(realm, 'getRegExp', wxsGlobals.getRegExp);
  defineGlobal(realm, 'defineModule', modules.define);
  defineGlobal(realm, 'defineWxs', wxs.define);
  defineGlobal(realm, 'defineTemplate', units.define);
  if (!('Intl' in globalThis)) defineNumberFormat();

  const setGlobal = (name: string, value: unknown): void => defineGlobal(realm, name, value);
  const parts: ReceiverParts = { app, calls, catalogue, modules, outbox, pages, reporter, session, setGlobal };
  /** Messages not carried out yet: a turn that is cut off leaves some for the next. */
  let arrived: HostMessage[] = [];
  const work = (): void => {
    while (arrived.length > 0) {
      const message = arrived[0];
      arrived = arrived.slice(1);
      if (message === undefined) continue;
      try {
        receiveMessage(parts, message);
      } catch (error) {
        reporter.failed(`message ${message.kind}`, error);
      }
    }
  };

  return {
    receive(text) {
      turn += 1;
      arrived = [...arrived, ...parseMessages(text)];
      work();
    },
    timer(id) {
      turn += 1;
      work();
      timers.fire(id);
    },
    flush() {
      turn += 1;
      work();
      pages.flush(outbox);
      if (drawn()) pages.flush(outbox);
      paint();
      outbox.send();
    },
    failed(kind, message, stack) {
      if (kind === 'rejection') app.unhandledRejection(stack === '' ? message : `${message}\n${stack}`);
      else app.failed(stack === '' ? message : `${message}\n${stack}`);
    },
  };
}
