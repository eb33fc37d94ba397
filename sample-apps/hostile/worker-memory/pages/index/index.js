// Has a worker grow until nothing is left, and is killed with it only if both share anything.
Page({
  onLoad() {
    wx.createWorker('workers/fill.js');
  },
});
