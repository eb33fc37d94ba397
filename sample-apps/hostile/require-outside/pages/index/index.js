// Names that lead out of the package, or to what every object has.
const wanted = [
  '../../../x',
  '../../../../etc/passwd',
  '/etc/passwd',
  'node:fs',
  'constructor',
  '__proto__',
  'toString',
];

Page({
  onLoad() {
    const loaded = [];
    for (const name of wanted) {
      try {
        require(name);
        loaded.push(name);
      } catch (error) {
        console.log(String(error.message));
      }
    }
    console.log(loaded.length > 0 ? `ESCAPED: ${loaded.join(' ')}` : 'all refused');
  },
});
