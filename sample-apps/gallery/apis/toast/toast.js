import { componentPage } from '../../machine/component-page.js';

componentPage('toast', {
  onShow_() {
    const { title, icon, image, duration, mask } = this.data;
    wx.showToast({ title, icon, ...(image && { image }), duration, mask, ...this.answers('showToast') });
  },

  onHide_() {
    wx.hideToast(this.answers('hideToast'));
  },
});
