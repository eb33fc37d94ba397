import { componentPage } from '../../machine/component-page.js';

componentPage('keyboard', {
  data: { height: 0, start: 0, end: 0 },

  onLoad() {
    this.onHeight = (change) => {
      this.setData({ height: change.height });
      this.log('onKeyboardHeightChange', change);
    };
    wx.onKeyboardHeightChange(this.onHeight);
  },

  onUnload() {
    wx.offKeyboardHeightChange(this.onHeight);
  },

  onInput() {
    wx.getSelectedTextRange({
      success: ({ start, end }) => {
        this.setData({ start, end });
        this.log('getSelectedTextRange success', { start, end });
      },
      fail: (result) => this.log('getSelectedTextRange fail', result),
    });
  },

  onConfirm() {
    if (this.data.hide) wx.hideKeyboard(this.answers('hideKeyboard'));
  },
});
