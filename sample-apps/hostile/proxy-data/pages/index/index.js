// Data that runs code whenever it is looked at.
const living = new Proxy(
  {},
  {
    get: (_, name) => (name === 'toJSON' ? undefined : `living ${String(name)}`),
    ownKeys: () => ['constructor', '__proto__', 'then'],
    getOwnPropertyDescriptor: () => ({ value: 'x', enumerable: true, configurable: true }),
  },
);

Page({
  data: { value: {} },
  onLoad() {
    try {
      this.setData({ value: living });
    } catch (error) {
      console.log('refused:', error.message);
    }
    setTimeout(() => console.log('proxies are only data'), 10);
  },
});
