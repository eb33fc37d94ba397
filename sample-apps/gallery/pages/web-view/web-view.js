import { componentPage } from '../../machine/component-page.js';

componentPage('web-view', {
  onOpen() {
    const heard = (event) => this.log(event.type, event.detail);
    wx.navigateTo({ url: `/pages/web-view/site?address=${encodeURIComponent(this.data.address)}`, events: { heard } });
  },
});
