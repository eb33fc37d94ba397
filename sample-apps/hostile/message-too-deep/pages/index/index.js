// One call with more levels than the door lets through.
let data = {};
for (let depth = 0; depth < 200; depth += 1) data = { data };

Page({
  onLoad() {
    wx.showModal({ title: 'deep', content: data });
  },
});
