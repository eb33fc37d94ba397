App({
  globalData: { menu: [], address: null },
});
