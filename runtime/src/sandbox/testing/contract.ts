import type { Json } from '../../protocol/index.ts';
import { type Observer, type Open, observe } from './observer.ts';
import { interpretedWays } from './recursion-ways.ts';

/**
 * What every sandbox does, whatever carries its messages. A table of plain data, because it also runs inside
 * a browser page: a transport's test compares what `run` gives with `expected`.
 */
export interface ContractCase {
  readonly name: string;
  /** Needs a thread that can be terminated. */
  readonly thread?: true;
  readonly expected: Json;
  run(open: Open): Promise<Json>;
}

/** A guest that answers `ping` with `pong`: shows that the program goes on. */
const answering = `on('ping', () => send('pong'));`;

async function still(guest: Observer): Promise<Json> {
  const answer = (await guest.ask('ping')) ?? null;
  guest.sandbox.dispose();
  return answer;
}

/** Runs until the sandbox ends by itself. */
async function ending(guest: Observer): Promise<Json> {
  await guest.until(() => guest.ended !== undefined);
  return guest.codes;
}

export const contract: readonly ContractCase[] = [
  {
    name: 'boots, loads, delivers, and sends one batch a turn',
    expected: [{ echo: 'höher ✓ 😀' }, 'second'],
    async run(open) {
      const guest = await observe(open, `on('echo', (data) => { send({ echo: data }); send('second'); });`);
      await guest.ask('echo', 'höher ✓ 😀');
      guest.sandbox.dispose();
      return guest.sent;
    },
  },
  {
    name: 'an exception while loading names its place, and the program goes on',
    expected: ['SCRIPT', 'TypeError: no such thing', true, 'pong'],
    async run(open) {
      const guest = await observe(open, `${answering}\n  throw new TypeError('no such thing');`);
      const [problem] = guest.problems;
      const placed = problem?.stack?.includes('(main.logic.js:2:') ?? false;
      return [problem?.code ?? null, problem?.message ?? null, placed, await still(guest)];
    },
  },
  {
    name: 'a syntax error is reported with its place',
    expected: ['SCRIPT', true],
    async run(open) {
      const guest = await observe(open, '\n\nlet = ;');
      guest.sandbox.dispose();
      const [problem] = guest.problems;
      return [problem?.code ?? null, problem?.stack?.includes('main.logic.js:3') ?? false];
    },
  },
  {
    name: 'an uncaught exception reaches the program itself, once',
    expected: [['error', 'Error: mine']],
    async run(open) {
      const code = `on('failed', (kind, message) => { send([kind, message]); throw new Error('again'); });
        on('break', () => { throw new Error('mine'); });`;
      const guest = await observe(open, code);
      await guest.ask('break');
      guest.sandbox.dispose();
      return guest.sent;
    },
  },
  {
    name: 'a promise that is rejected and left alone is reported; one that is caught later in the turn is not',
    expected: [['Unhandled rejection: Error: left'], [['rejection', 'Error: left']]],
    async run(open) {
      const code = `on('failed', (...all) => send(all.slice(0, 2)));
        on('reject', () => {
          const caught = Promise.reject(new Error('caught'));
          Promise.resolve().then(() => caught.catch(() => undefined));
          (async () => { await null; throw new Error('left'); })();
        });`;
      const guest = await observe(open, code);
      await guest.ask('reject');
      guest.sandbox.dispose();
      return [guest.problems.map(({ message }) => message), guest.sent];
    },
  },
  {
    name: 'the answer of a failed call that nothing handles is a line, not a problem; the program hears it',
    expected: [
      [],
      [['warn', 'A call failed and nothing handled it: load:fail offline']],
      [['rejection', 'load:fail offline']],
    ],
    async run(open) {
      const code = `on('failed', (...all) => send(all.slice(0, 2)));
        on('reject', () => { Promise.reject({ errMsg: 'load:fail offline' }); });`;
      const guest = await observe(open, code);
      await guest.ask('reject');
      guest.sandbox.dispose();
      return [
        guest.problems.map(({ message }) => message),
        guest.logs.map(({ level, text }) => [level, text]),
        guest.sent,
      ];
    },
  },
  {
    name: 'an endless loop in a turn is stopped, cannot be caught, and the program goes on',
    expected: [['LIMIT_TIME'], 'pong', true],
    async run(open) {
      const code = `${answering} on('hang', () => { try { for (;;); } catch { send('caught'); } finally { send('more'); } });`;
      const guest = await observe(open, code, { turnMs: 200 });
      guest.call('hang');
      const answer = await still(guest);
      return [guest.codes, answer, guest.problems[0]?.stack?.includes('(main.logic.js:1:') ?? false];
    },
  },
  {
    name: 'three hangs in a row end the program',
    expected: ['LIMIT_TIME', 'LIMIT_TIME', 'LIMIT_TIME'],
    async run(open) {
      const guest = await observe(open, `on('hang', () => { for (;;); });`, { turnMs: 100 });
      for (let at = 0; at < 3; at += 1) guest.call('hang');
      return ending(guest);
    },
  },
  {
    name: 'an endless loop while loading ends the program',
    expected: ['LIMIT_TIME'],
    async run(open) {
      return ending(await observe(open, 'for (;;);', { bootMs: 200 }));
    },
  },
  {
    name: 'endless promise jobs are stopped',
    expected: ['LIMIT_TIME', 'LIMIT_TIME', 'LIMIT_TIME'],
    async run(open) {
      const code = `on('flood', () => { (function again() { Promise.resolve().then(again).catch(again); again.x = 1; })(); });`;
      const guest = await observe(open, code, { turnMs: 100 });
      for (let at = 0; at < 3; at += 1) guest.call('flood');
      return ending(guest);
    },
  },
  {
    name: 'memory that runs out ends the program even when it caught the exception',
    expected: ['LIMIT_MEMORY'],
    async run(open) {
      const code = `on('fill', () => { try { 'x'.repeat(300e6); } catch { send('caught'); } });`;
      const guest = await observe(open, code);
      guest.call('fill');
      return ending(guest);
    },
  },
  {
    name: 'deep recursion is an exception of its own code, whatever it goes through, and the program goes on',
    expected: Object.keys(interpretedWays).map((way) => [way, ['LIMIT_STACK'], 'pong']),
    async run(open) {
      const handlers = Object.entries(interpretedWays).map(([way, code]) => `on('${way}', () => { ${code} });`);
      const guest = await observe(open, [answering, ...handlers].join('\n'));
      const seen: Json[] = [];
      for (const way of Object.keys(interpretedWays)) {
        const before = guest.codes.length;
        guest.call(way);
        const answer = (await guest.ask('ping')) ?? null;
        seen.push([way, guest.codes.slice(before), answer]);
      }
      guest.sandbox.dispose();
      return seen;
    },
  },
  {
    name: 'native code that never looks up is terminated from outside',
    thread: true,
    expected: ['LIMIT_SILENT'],
    async run(open) {
      const code = `on('search', () => Array.prototype.indexOf.call({ length: 2 ** 53 - 1 }, 1));`;
      const guest = await observe(open, code, { silentMs: 500 });
      guest.call('search');
      return ending(guest);
    },
  },
  {
    name: 'timers run in order of their time, and a cancelled one does not',
    expected: ['short', 'long'],
    async run(open) {
      // A machine that stood still between two settings has moved their times: then they are set once more.
      const code = `on('go', function set() {
        const begun = Date.now();
        const long = setTimeout(() => send('long'), 40);
        const never = setTimeout(() => send('never'), 20);
        const short = setTimeout(() => { send('short'); clearTimeout(never); }, 1);
        if (Date.now() - begun < 15) return;
        for (const timer of [long, never, short]) clearTimeout(timer);
        set();
      });`;
      const guest = await observe(open, code);
      guest.call('go');
      await guest.until(() => guest.sent.length === 2);
      guest.sandbox.dispose();
      return guest.sent;
    },
  },
  {
    name: 'more timers than allowed are refused, once told',
    expected: [['LIMIT_TIMERS'], 'pong'],
    async run(open) {
      const code = `${answering} on('flood', () => { for (let at = 0; at < 100; at += 1) try { setTimeout(() => 0, 1e6); } catch {} });`;
      const guest = await observe(open, code, { timers: 50 });
      guest.call('flood');
      const answer = await still(guest);
      return [guest.codes, answer];
    },
  },
  {
    name: 'without credit a program waits; nothing is lost, nothing comes twice',
    expected: [4, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]],
    async run(open) {
      const code = `let count = 0; on('start', () => { const step = () => { send(count); count += 1; if (count < 10) setTimeout(step, 0); }; step(); });`;
      const guest = await observe(open, code, { credits: 4 });
      guest.acknowledging = false;
      guest.call('start');
      await guest.until(() => guest.sent.length >= 4);
      // A load is answered in its order: were there more to come, it would come before.
      const waiting = guest.sent.length;
      guest.acknowledging = true;
      guest.sandbox.acknowledge(4);
      await guest.until(() => guest.sent.length === 10);
      guest.sandbox.dispose();
      return [waiting, guest.sent];
    },
  },
  {
    name: 'messages too large or too deep are refused in both directions',
    expected: [['LIMIT_MESSAGE', 'LIMIT_MESSAGE', 'LIMIT_MESSAGE', 'LIMIT_MESSAGE'], 'pong'],
    async run(open) {
      const code = `${answering}
        on('large', () => door('send', JSON.stringify(['x'.repeat(5000)])));
        on('deep', () => door('send', '['.repeat(20) + ']'.repeat(20)));
        on('echo', () => send('must not arrive'));`;
      const guest = await observe(open, code, { messageBytes: 4096, deliveryBytes: 4096, messageDepth: 10 });
      guest.call('large');
      guest.call('deep');
      guest.call('echo', 'x'.repeat(5000));
      guest.call('echo', JSON.parse(`${'['.repeat(20)}${']'.repeat(20)}`));
      const answer = await still(guest);
      return [guest.codes, answer];
    },
  },
  {
    name: 'log lines are counted, cut and cleaned',
    expected: [['one\nred[31m'], ['95 lines dropped: more than 5 a second']],
    async run(open) {
      const code = `on('flood', () => { console.log('one\\n\\u001b\\u0007red[31m\\u202e'); for (let at = 1; at < 100; at += 1) console.log('x'); });`;
      const guest = await observe(open, code, { logLines: 5 });
      guest.call('flood');
      await guest.until(() => guest.logs.length === 6);
      guest.sandbox.dispose();
      const texts = guest.logs.map(({ text }) => text);
      return [texts.slice(0, 1), texts.slice(5)];
    },
  },
];
