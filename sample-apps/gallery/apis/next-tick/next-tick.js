import { componentPage } from '../../machine/component-page.js';

componentPage('next-tick', {
  data: { leaves: 3 },

  onLeaf() {
    this.setData({ leaves: (this.data.leaves % 12) + 1 }, () => this.log('setData callback', { drawn: true }));
    this.log('onLeaf ends');
    wx.nextTick(() => this.log('nextTick', { leaves: this.data.leaves }));
  },
});
