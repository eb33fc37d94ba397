import { componentPage } from '../../machine/component-page.js';

componentPage('page-scroll', {
  onScroll() {
    const { scrollTop, duration, selector, offsetTop } = this.data;
    const where = selector === '' ? { scrollTop } : { selector, offsetTop };
    wx.pageScrollTo({ ...where, duration, ...this.answers('pageScrollTo') });
  },

  onTop() {
    wx.pageScrollTo({ scrollTop: 0, duration: 0 });
  },

  onPageScroll({ scrollTop }) {
    this.log('onPageScroll', { scrollTop });
  },

  onReachBottom() {
    this.log('onReachBottom');
  },
});
