// As many timers as it gets.
Page({
  onLoad() {
    for (let count = 0; count < 100000; count += 1) setTimeout(() => undefined, 1e9);
  },
});
