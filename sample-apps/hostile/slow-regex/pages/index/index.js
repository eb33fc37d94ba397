// Catastrophic backtracking: 2^40 ways to fail.
Page({
  onLoad() {
    /^(a+)+$/.test(`${'a'.repeat(40)}b`);
  },
});
