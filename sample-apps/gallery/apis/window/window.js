import { componentPage } from '../../machine/component-page.js';

componentPage('window', {
  data: { facts: [], theme: wx.getAppBaseInfo().theme },

  onLoad() {
    this.resized = ({ size }) => {
      this.log('onWindowResize', size);
      this.read();
    };
    this.themed = ({ theme }) => {
      this.log('onThemeChange', { theme });
      this.setData({ theme });
    };
    wx.onWindowResize(this.resized);
    wx.onThemeChange(this.themed);
    this.read();
  },

  onResize({ size }) {
    this.log('onResize', size);
  },

  read() {
    const info = wx.getWindowInfo();
    const names = ['windowWidth', 'windowHeight', 'screenWidth', 'screenHeight', 'statusBarHeight', 'pixelRatio'];
    this.setData({ facts: names.map((name) => ({ name, value: info[name] })) });
  },

  onUnload() {
    wx.offWindowResize(this.resized);
    wx.offThemeChange(this.themed);
  },
});
