import { componentPage } from '../../machine/component-page.js';

componentPage('action-sheet', {
  onAsk() {
    const { alertText, itemColor } = this.data;
    const itemList = ['Water it', 'Repot it', 'Give it away'];
    wx.showActionSheet({ alertText, itemList, ...(itemColor && { itemColor }), ...this.answers('showActionSheet') });
  },
});
