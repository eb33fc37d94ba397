const ways = ['wx', 'App', 'Page', 'door', 'getApp', 'fetch', 'WebAssembly', 'postMessage', 'importScripts'];
for (const name of ways) if (globalThis[name] !== undefined) console.log(`ESCAPED by ${name}`);
try {
  require('../pages/index/index.js');
  console.log('ESCAPED by require');
} catch {}

worker.postMessage({ looping: true });
setTimeout(() => {
  for (;;);
}, 0);
