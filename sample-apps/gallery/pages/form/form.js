import { componentPage } from '../../machine/component-page.js';

componentPage('form', {
  data: { sorts: ['Fern', 'Moss', 'Orchid'], sort: 0 },

  onSort({ detail }) {
    this.setData({ sort: detail.value });
  },

  onSubmit(event) {
    this.log('submit', event.detail.value);
    wx.showToast({ title: 'Planted' });
  },

  onReset(event) {
    this.onEvent(event);
    this.setData({ sort: 0 });
  },
});
