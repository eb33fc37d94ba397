import { componentPage } from '../../machine/component-page.js';

componentPage('loading', {
  onBegin() {
    const { title, mask } = this.data;
    wx.showLoading({ title, mask, ...this.answers('showLoading') });
    this.ending = setTimeout(() => wx.hideLoading(this.answers('hideLoading')), 1200);
  },

  onUnload() {
    clearTimeout(this.ending);
    wx.hideLoading({ noConflict: true });
  },
});
