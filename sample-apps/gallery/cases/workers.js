/**
 * Makes a worker, and gives what `use` hears of it.
 * @param {any} wx
 * @param {string} path
 * @param {(worker: any, resolve: (heard: unknown) => void) => void} use
 */
async function withWorker(wx, path, use) {
  const worker = wx.createWorker(path);
  const heard = await new Promise((resolve) => use(worker, resolve));
  worker.terminate();
  return heard;
}

/** Scripts in a realm of their own. */
/** @type {Record<string, import('./case.js').Cases>} */
export const workerCases = {
  createWorker: {
    works: {
      run: ({ wx }) =>
        withWorker(wx, 'workers/rings.js', (worker, resolve) => {
          worker.onMessage(resolve);
          worker.postMessage({ forks: 15, bark: new ArrayBuffer(3) });
        }),
      gives: { rings: 610, bark: 3 },
    },
    refused: {
      run: ({ wx }) =>
        withWorker(wx, 'workers/rings.js', (_worker, resolve) => {
          try {
            wx.createWorker('workers/rings.js');
          } catch (error) {
            resolve(error);
          }
        }),
      gives: { message: /^createWorker:fail there may be one worker at a time/ },
    },
    wrong: {
      run: ({ wx }) => {
        try {
          return wx.createWorker(undefined);
        } catch (error) {
          return error;
        }
      },
      gives: { message: /^createWorker:fail parameter error: / },
    },
  },
};
