import { componentPage } from '../../machine/component-page.js';

const sync = [
  ...['getSystemInfoSync', 'getAppBaseInfo', 'getDeviceInfo', 'getMenuButtonBoundingClientRect'],
  ...['getLaunchOptionsSync', 'getEnterOptionsSync'],
];

componentPage('system', {
  data: { sync, able: true },

  onLoad() {
    this.setData({ able: wx.canIUse(this.data.schema) });
  },

  onRead({ currentTarget }) {
    const { name } = currentTarget.dataset;
    this.log(name, wx[name]());
  },

  onAsk() {
    wx.getSystemInfo(this.answers('getSystemInfo'));
    wx.getSystemInfoAsync(this.answers('getSystemInfoAsync'));
  },

  onChanged(_, schema) {
    this.setData({ able: wx.canIUse(schema) });
  },
});
