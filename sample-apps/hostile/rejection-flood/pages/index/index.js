// A hundred thousand rejections nobody listens to.
Page({
  onLoad() {
    for (let count = 0; count < 100000; count += 1) Promise.reject(new Error(`rejected ${count}`));
  },
});
