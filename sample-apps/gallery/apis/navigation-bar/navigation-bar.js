import { componentPage } from '../../machine/component-page.js';

componentPage('navigation-bar', {
  onTitle() {
    wx.setNavigationBarTitle({ title: this.data.title, ...this.answers('setNavigationBarTitle') });
  },

  onColor() {
    const { frontColor, backgroundColor } = this.data;
    const animation = { duration: 300, timingFunc: 'easeIn' };
    wx.setNavigationBarColor({ frontColor, backgroundColor, animation, ...this.answers('setNavigationBarColor') });
  },

  onHome() {
    wx.hideHomeButton(this.answers('hideHomeButton'));
  },

  onChanged(field, value) {
    if (field !== 'loading') return;
    if (value) wx.showNavigationBarLoading(this.answers('showNavigationBarLoading'));
    else wx.hideNavigationBarLoading(this.answers('hideNavigationBarLoading'));
  },
});
