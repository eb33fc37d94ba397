// The classical way out of a sandbox: some function's constructor, from some object that was handed in.
const wanted = [
  'process',
  'require',
  'postMessage',
  'self',
  'window',
  'document',
  'fetch',
  'WebAssembly',
  'Atomics',
  'SharedArrayBuffer',
];

Page({
  onLoad() {
    const starts = [this, wx, wx.showModal, setTimeout, console.log, Page, getApp, Promise.resolve()];
    const found = [];
    for (const start of starts) {
      const make = start?.constructor?.constructor;
      if (typeof make !== 'function') continue;
      const outer = make('return this')();
      // The base library binds some browser names to undefined, as the platform does.
      for (const name of wanted) if (outer[name] !== undefined) found.push(name);
      if (outer !== globalThis) found.push('another global');
    }
    console.log(found.length > 0 ? `ESCAPED: ${found.join(' ')}` : 'only the guest');
  },
});
