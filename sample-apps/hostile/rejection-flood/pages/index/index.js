// Ten thousand rejections nobody listens to.
Page({
  onLoad() {
    for (let count = 0; count < 10000; count += 1) Promise.reject(new Error(`rejected ${count}`));
  },
});
