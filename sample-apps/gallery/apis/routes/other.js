/** The second page of the example: hears what it was opened with and answers. */
Page({
  data: { note: '', from: '' },

  onLoad({ from }) {
    this.setData({ from });
    this.getOpenerEventChannel().on?.('asked', ({ note }) => this.setData({ note }));
  },

  onAnswer() {
    this.getOpenerEventChannel().emit?.('answered', { words: `Heard: ${this.data.note}` });
    wx.navigateBack();
  },
});
