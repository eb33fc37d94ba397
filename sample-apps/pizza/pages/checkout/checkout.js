const api = require('../../shop/api');
const cart = require('../../shop/cart');
const pay = require('../../shop/pay');

const app = getApp();

Page({
  data: { lines: [], address: null, busy: false, problem: '' },

  onLoad({ now }) {
    const lines = cart.counted(app.globalData.menu).filter(({ count }) => count > 0);
    this.setData({ lines, address: app.globalData.address });
    const next = now ? () => this.onPay() : () => {};
    if (app.globalData.address) next();
    else this.chooseAddress(next);
  },

  onAddress() {
    this.chooseAddress(() => {});
  },

  /** `next` runs when there is one. */
  chooseAddress(next) {
    wx.chooseAddress({
      success: (chosen) => {
        const address = {
          userName: chosen.userName,
          telNumber: chosen.telNumber,
          text: [chosen.provinceName, chosen.cityName, chosen.countyName, chosen.detailInfo].filter(Boolean).join(' '),
        };
        app.globalData.address = address;
        this.setData({ address, problem: '' });
        next();
      },
      fail: ({ errMsg }) => {
        if (!/cancel/.test(errMsg)) this.setData({ problem: errMsg });
      },
    });
  },

  async onPay() {
    if (this.data.busy) return;
    if (!this.data.address) {
      this.onAddress();
      return;
    }
    this.setData({ busy: true, problem: '' });
    try {
      const { order, payment } = await api.place(cart.items(), this.data.address);
      cart.clear();
      await pay(payment).catch((error) => wx.showToast({ title: error.message, icon: 'none' }));
      // Paid or not: the order's page says what the shop knows.
      wx.redirectTo({ url: `/pages/order/order?number=${order.number}` });
    } catch (error) {
      this.setData({ problem: error.message });
    }
    this.setData({ busy: false });
  },
});
