import { misfit, never } from './case.js';

const url = 'wss://api.gallery.example/echo';
const own = never('Listening is not refused; nothing is told where no socket is.');
const ignored = { args: ['no function'], gives: undefined };

/**
 * Opens a socket, sends a word, hears it back and closes it; resolves to what was heard and what sending gave.
 * @param {import('./case.js').Kit} kit
 */
async function talk({ wx, call }) {
  // Of each kind the listener added last is told.
  const told = (/** @type {string} */ name) => new Promise((resolve) => wx[name](resolve));
  const [opened, answered, closed] = ['onSocketOpen', 'onSocketMessage', 'onSocketClose'].map(told);
  wx.connectSocket({ url });
  const open = await opened;
  const sent = await call('sendSocketMessage', { data: 'a word' });
  const message = await answered;
  await call('closeSocket', { code: 1000 });
  return { open, sent, message, close: await closed };
}

/** One socket, by the calls that mean the last one opened. */
/** @type {Record<string, import('./case.js').Cases>} */
export const socketCases = {
  connectSocket: {
    works: {
      run: ({ wx }) =>
        new Promise((resolve) => {
          const task = wx.connectSocket({ url, protocols: [] });
          task.onOpen(() => task.send({ data: 'a leaf' }));
          task.onMessage((/** @type {unknown} */ message) => {
            task.close({ code: 1000 });
            resolve(message);
          });
        }),
      gives: { data: 'a leaf' },
    },
    refused: {
      run: ({ wx }) =>
        new Promise((resolve) => wx.connectSocket({ url: 'wss://elsewhere.example/', fail: resolve }).onError(resolve)),
      gives: { errMsg: /url not in domain list/ },
    },
    wrong: misfit('url', 'String', undefined),
  },
  onSocketOpen: {
    works: { run: async (kit) => (await talk(kit)).open, gives: { header: Object } },
    refused: own,
    wrong: ignored,
  },
  onSocketMessage: {
    works: { run: async (kit) => (await talk(kit)).message, gives: { data: 'a word' } },
    refused: own,
    wrong: ignored,
  },
  onSocketClose: {
    works: { run: async (kit) => (await talk(kit)).close, gives: { code: 1000 } },
    refused: own,
    wrong: ignored,
  },
  sendSocketMessage: {
    works: { run: async (kit) => (await talk(kit)).sent, gives: { errMsg: 'sendSocketMessage:ok' } },
    refused: { options: { data: 'nobody' }, gives: /^sendSocketMessage:fail / },
    wrong: { args: [7], gives: /^sendSocketMessage:fail / },
  },
};
