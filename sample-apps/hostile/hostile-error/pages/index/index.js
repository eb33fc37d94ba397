// What is thrown fights back when somebody looks at it.
Page({
  onLoad() {
    throw new Proxy(new Error('bait'), {
      get() {
        throw new Error('nobody reads me');
      },
      getPrototypeOf() {
        throw new Error('nobody asks what I am');
      },
    });
  },
});
