// One call with more than the door lets through.
Page({
  onLoad() {
    wx.showModal({ title: 'large', content: 'x'.repeat(9 * 1024 * 1024) });
  },
});
