// Answers differently each time it is asked: once to whoever checks it, once to whoever acts on it.
let asked = 0;
const changing = {
  toJSON() {
    asked += 1;
    return asked === 1 ? 'harmless' : { toString: 'harmful', asked };
  },
};

Page({
  data: { value: '' },
  onLoad() {
    this.setData({ value: changing });
    wx.showModal({ title: changing, content: changing });
    setTimeout(() => console.log('what was sent is text'), 10);
  },
});
