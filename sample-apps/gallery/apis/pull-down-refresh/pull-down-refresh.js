import { componentPage } from '../../machine/component-page.js';

const notesFrom = (first, count) => Array.from({ length: count }, (_, at) => `Note ${first + at}`);

componentPage('pull-down-refresh', {
  data: { notes: notesFrom(1, 8) },

  onStart() {
    wx.startPullDownRefresh(this.answers('startPullDownRefresh'));
  },

  onPullDownRefresh() {
    this.log('onPullDownRefresh');
    this.setData({ notes: notesFrom(1, 8) });
    this.ending = setTimeout(() => wx.stopPullDownRefresh(this.answers('stopPullDownRefresh')), 600);
  },

  onReachBottom() {
    this.log('onReachBottom');
    const { notes } = this.data;
    if (notes.length < 40) this.setData({ notes: [...notes, ...notesFrom(notes.length + 1, 8)] });
  },

  onChanged(_, textStyle) {
    wx.setBackgroundTextStyle({ textStyle, ...this.answers('setBackgroundTextStyle') });
  },

  onUnload() {
    clearTimeout(this.ending);
  },
});
