// Replaces what the base library might lean on, hoping to be called with something it should not have.
const seen = [];
const { apply } = Reflect;
const spy = (owner, name) => {
  const original = owner[name];
  owner[name] = function (...values) {
    // Not push: that may be this very function.
    seen[seen.length] = [this, ...values];
    return apply(original, this, values);
  };
};

Page({
  onLoad() {
    spy(JSON, 'stringify');
    spy(JSON, 'parse');
    spy(Array.prototype, 'push');
    spy(Function.prototype, 'call');
    spy(Promise.prototype, 'then');
    spy(Map.prototype, 'get');
    Object.defineProperty(Object.prototype, 'code', { get: () => 'LIMIT_NOTHING', set: () => undefined });
    Object.prototype.kind = 'ended';
    globalThis.Error = class extends Error {};
    this.setData({ text: 'still data' });
    setTimeout(() => {
      const foreign = seen.flat().filter((value) => typeof value === 'function' && value.name === 'door');
      console.log(foreign.length > 0 ? 'ESCAPED' : 'everything is patched');
    }, 10);
  },
});
