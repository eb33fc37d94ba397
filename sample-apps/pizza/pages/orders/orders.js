const api = require('../../shop/api');
const states = require('../../shop/states');

Page({
  data: { orders: [], loaded: false, problem: '' },

  onShow() {
    api.orders().then(
      (orders) =>
        this.setData({
          loaded: true,
          problem: '',
          orders: orders.map((order) =>
            Object.assign({}, order, {
              title: states[order.state].title,
              text: order.lines.map(({ count, name }) => `${count} × ${name}`).join(', '),
            }),
          ),
        }),
      (error) => this.setData({ loaded: true, problem: error.message }),
    );
  },

  onOpen(event) {
    wx.navigateTo({ url: `/pages/order/order?number=${event.currentTarget.dataset.number}` });
  },
});
