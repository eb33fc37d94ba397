// Grows until nothing is left.
const kept = [];

Page({
  onLoad() {
    for (;;) kept.push(new Uint8Array(1024 * 1024));
  },
});
