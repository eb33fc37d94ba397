/**
 * A base library for tests: small, and without any of the care the real one takes. It even hands the door to
 * the program, because every program is to be treated as if it had got hold of it.
 */
export const testBaseLibrary = `(function (door) {
  const outbox = [];
  const handlers = new Map();
  const timers = new Map();
  let lastTimer = 0;
  const g = globalThis;
  g.door = door;
  g.send = (...values) => { outbox.push(...values); };
  g.on = (name, handler) => { handlers.set(name, handler); };
  g.setTimeout = (handler, delay) => {
    lastTimer += 1;
    door('timer', lastTimer + ',' + Number(delay));
    timers.set(lastTimer, handler);
    return lastTimer;
  };
  g.clearTimeout = (id) => { timers.delete(id); door('cancel', String(id)); };
  g.setInterval = (handler, delay) => g.setTimeout(function again() { handler(); g.setTimeout(again, delay); }, delay);
  g.console = { log: (...values) => door('log', JSON.stringify({ level: 'log', text: values.join(' ') })) };
  return {
    receive(text) {
      for (const message of JSON.parse(text)) handlers.get(message.name)?.(message.data);
    },
    timer(id) {
      const handler = timers.get(id);
      timers.delete(id);
      handler?.();
    },
    flush() {
      if (outbox.length > 0) door('send', JSON.stringify(outbox.splice(0)));
    },
    failed(kind, message, stack) {
      handlers.get('failed')?.(kind, message, stack);
    },
  };
})`;

/** Enough of a mini-program to start a page: the last \`Page\` gets onLoad by the message \`open\`. */
export const testProgram = `
  let page;
  globalThis.App = () => undefined;
  globalThis.getApp = () => undefined;
  globalThis.Page = (options) => { page = options; };
  globalThis.wx = {
    showModal: (params) => { send({ kind: 'call', name: 'showModal', params }); },
  };
  globalThis.defineModule = (file, run) => {
    const module = { exports: {} };
    const require = (name) => { throw new Error("module '" + name + "' is not in this package"); };
    run(require, module, module.exports);
  };
  on('open', () => {
    page.setData = (data) => { send({ kind: 'render', data }); };
    page.onLoad?.({});
  });
`;
