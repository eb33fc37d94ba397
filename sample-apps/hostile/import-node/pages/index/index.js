// Modules that are not in the package.
const wanted = [
  'node:fs',
  'fs',
  'os',
  'std',
  '/etc/passwd',
  './index.js',
  'https://example.com/x.js',
  'data:text/javascript,1',
];

Page({
  async onLoad() {
    const loaded = [];
    for (const name of wanted) {
      try {
        // Hidden from the compiler, which would refuse it earlier.
        await new Function('name', 'return import(name)')(name);
        loaded.push(name);
      } catch (error) {
        console.log(String(error.message));
      }
    }
    console.log(loaded.length > 0 ? `ESCAPED: ${loaded.join(' ')}` : 'all refused');
  },
});
