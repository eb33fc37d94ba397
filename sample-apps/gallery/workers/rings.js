/** Counts the rings of a tree, one fork at a time: slow enough to be worth a worker. */
const { fibonacci } = require('./fibonacci.js');

worker.onMessage((/** @type {{ forks: number, bark: ArrayBuffer }} */ { forks, bark }) => {
  worker.postMessage({ rings: fibonacci(forks), bark: bark.byteLength });
});
