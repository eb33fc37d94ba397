const api = require('../../shop/api');
const cart = require('../../shop/cart');

const app = getApp();

Page({
  data: { dishes: [], loading: true, problem: '' },

  onLoad() {
    this.load();
    // By the time the order is placed the shop knows who it is from.
    api.orders().catch(() => {});
  },

  onShow() {
    this.setData({ dishes: cart.counted(app.globalData.menu) });
  },

  load() {
    this.setData({ loading: true, problem: '' });
    return api.menu().then(
      (menu) => {
        app.globalData.menu = menu;
        this.setData({ dishes: cart.counted(menu), loading: false });
      },
      (error) => this.setData({ loading: false, problem: error.message }),
    );
  },

  onChange(event) {
    const { id, by } = event.currentTarget.dataset;
    cart.change(id, by);
    this.setData({ dishes: cart.counted(app.globalData.menu) });
  },

  /** One of this, at once: the address and the PIN are all that is asked. */
  onOrderNow(event) {
    cart.change(event.currentTarget.dataset.id, 1);
    wx.navigateTo({ url: '/pages/checkout/checkout?now=yes' });
  },

  onCheckout() {
    wx.navigateTo({ url: '/pages/checkout/checkout' });
  },

  onOrders() {
    wx.navigateTo({ url: '/pages/orders/orders' });
  },
});
