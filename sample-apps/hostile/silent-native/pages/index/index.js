// Native code that asks nobody: 9 * 10^15 steps without a look at the deadline. Only termination helps.
Page({
  onLoad() {
    Array.prototype.indexOf.call({ length: Number.MAX_SAFE_INTEGER }, 1);
  },
});
