import { componentPage } from '../../machine/component-page.js';

const options = [
  ...['title', 'content', 'showCancel', 'cancelText', 'cancelColor', 'confirmText', 'confirmColor', 'editable'],
  'placeholderText',
];

componentPage('modal', {
  onAsk() {
    const chosen = Object.fromEntries(options.map((name) => [name, this.data[name]]));
    wx.showModal({ ...chosen, ...(chosen.editable && { content: '' }), ...this.answers('showModal') });
  },
});
