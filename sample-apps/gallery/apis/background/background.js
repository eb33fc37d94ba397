import { componentPage } from '../../machine/component-page.js';

componentPage('background', {
  onColor() {
    const { backgroundColor } = this.data;
    wx.setBackgroundColor({ backgroundColor, ...this.answers('setBackgroundColor') });
  },

  onPullDownRefresh() {
    wx.stopPullDownRefresh();
  },
});
