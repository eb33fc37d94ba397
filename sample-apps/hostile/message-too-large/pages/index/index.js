// One call with more than the door lets through.
Page({
  onLoad() {
    wx.request({ url: 'https://example.com', method: 'POST', data: 'x'.repeat(9 * 1024 * 1024) });
  },
});
