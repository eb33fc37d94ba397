import type { HostMessage } from '../protocol/messages.ts';
import type { GuestEntry } from '../protocol/sandbox.ts';
import { createApp } from './app.ts';
import { createUnitRegistry } from './blocks/unit-registry.ts';
import { createCalls } from './calls.ts';
import { createCatalogue } from './component/catalogue.ts';
import { createDefiner } from './component/define.ts';
import { createInstancePrototype } from './component/instance-methods.ts';
import { createConsole } from './environment/console.ts';
import { defineNumberFormat } from './environment/number-format.ts';
import { cloneStructured } from './environment/structured-clone.ts';
import { GuestTextDecoder, GuestTextEncoder } from './environment/text-encoding.ts';
import { createTimers } from './environment/timers.ts';
import { defineGlobal } from './globals.ts';
import { isFunction, microtask, parseMessages } from './intrinsics.ts';
import { createLink, createSession } from './link.ts';
import { createModules } from './modules.ts';
import { createOutbox, type Door } from './outbox.ts';
import { createOpenPages, type OpenPages } from './page/open-pages.ts';
import { type ReceiverParts, receiveMessage } from './receive.ts';
import { createReporter } from './reporter.ts';
import { createWx } from './wx/index.ts';
import { createWxsWorld, wxsGlobals } from './wxs-world.ts';

/**
 * Starts the base library in this realm: sets its globals and returns what the sandbox calls. `door` stays in
 * this closure; program code never holds it.
 */
export function createEntry(door: Door): GuestEntry {
  const outbox = createOutbox(door);
  const reporter = createReporter(outbox);
  const now = (): number => Number(door('now', ''));
  const startedAt = now();
  const timers = createTimers(door, reporter);
  const modules = createModules();
  const wxs = createWxsWorld();
  const units = createUnitRegistry({ requireWxs: wxs.require, failed: reporter.failed });
  const app = createApp(reporter);
  const calls = createCalls(outbox, reporter);
  const session = createSession();
  let pages: OpenPages;
  const { link, openerChannel } = createLink({ door, reporter, calls, app, session, pages: () => pages });
  const wx = createWx(link);
  const common = createInstancePrototype(wx);
  const catalogue = createCatalogue({ modules, units, reporter, common });
  let turn = 0;
  pages = createOpenPages({
    reporter,
    catalogue,
    units,
    turn: () => turn,
    elapsedMs: () => now() - startedAt,
    later: (job) => timers.setTimeout(job, 0),
    openerChannel,
  });
  reporter.onFailed(app.failed);

  const definer = createDefiner(reporter);
  defineGlobal('App', app.define);
  defineGlobal('getApp', app.get);
  defineGlobal('Page', (options: unknown) => catalogue.define(definer.page(options), 'Page'));
  defineGlobal('Component', (options: unknown) => catalogue.define(definer.component(options), 'Component'));
  defineGlobal('Behavior', definer.behavior);
  defineGlobal('getCurrentPages', link.pages);
  defineGlobal('wx', wx);
  defineGlobal('console', createConsole(door, now));
  defineGlobal('setTimeout', timers.setTimeout);
  defineGlobal('clearTimeout', timers.clear);
  defineGlobal('setInterval', timers.setInterval);
  defineGlobal('clearInterval', timers.clear);
  defineGlobal('queueMicrotask', (job: unknown) => {
    if (!isFunction(job)) throw new TypeError('queueMicrotask needs a function');
    microtask(() => reporter.guard(job, undefined, [], 'callback', 'queueMicrotask'));
  });
  defineGlobal('structuredClone', cloneStructured);
  defineGlobal('TextEncoder', GuestTextEncoder);
  defineGlobal('TextDecoder', GuestTextDecoder);
  defineGlobal('getDate', wxsGlobals.getDate);
  defineGlobal('getRegExp', wxsGlobals.getRegExp);
  defineGlobal('defineModule', modules.define);
  defineGlobal('defineWxs', wxs.define);
  defineGlobal('defineTemplate', units.define);
  defineNumberFormat();

  const parts: ReceiverParts = { app, calls, catalogue, modules, outbox, pages, reporter, session };
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
      outbox.send();
    },
    failed(kind, message, stack) {
      if (kind === 'rejection') app.unhandledRejection(stack === '' ? message : `${message}\n${stack}`);
      else app.failed(stack === '' ? message : `${message}\n${stack}`);
    },
  };
}
