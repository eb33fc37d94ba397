import { componentPage } from '../../machine/component-page.js';
import { square } from '../../machine/square-font.js';

componentPage('font-face', {
  data: { family: '' },

  onLoad_() {
    wx.loadFontFace({
      family: 'Square',
      source: `url("${square}")`,
      global: this.data.global,
      success: (result) => {
        this.setData({ family: 'Square' });
        this.log('loadFontFace success', result);
      },
      fail: (result) => this.log('loadFontFace fail', result),
    });
  },

  onBroken() {
    wx.loadFontFace({ family: 'Square', source: 'url("/assets/square.ttf")', ...this.answers('loadFontFace') });
  },
});
