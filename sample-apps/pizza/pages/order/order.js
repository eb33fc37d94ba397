const api = require('../../shop/api');
const pay = require('../../shop/pay');

/** How often the shop is asked while something may change. */
const everyMs = 1000;
const titles = {
  unpaid: 'Waiting for payment',
  baking: 'In the oven',
  refunded: 'Refunded',
  cancelled: 'Cancelled',
};
const hints = {
  unpaid: 'The oven starts when the payment has reached the shop.',
  baking: 'Paid. It leaves in about 20 minutes.',
  refunded: 'The whole amount is back in your wallet.',
  cancelled: 'Nothing was paid.',
};

Page({
  data: { order: null, title: '', hint: '', busy: false, problem: '' },

  onLoad({ number }) {
    this.number = number;
  },

  onShow() {
    this.follow();
  },

  onHide() {
    clearTimeout(this.timer);
  },

  onUnload() {
    clearTimeout(this.timer);
  },

  follow() {
    clearTimeout(this.timer);
    api.order(this.number).then(
      (order) => {
        this.show(order);
        if (order.state === 'unpaid') this.timer = setTimeout(() => this.follow(), everyMs);
      },
      (error) => this.setData({ problem: error.message }),
    );
  },

  show(order) {
    this.setData({ order, title: titles[order.state], hint: hints[order.state] });
  },

  async onPay() {
    await this.carryOut(async () => {
      const { payment } = await api.payAgain(this.number);
      await this.payWith(payment);
    });
  },

  /** With what the shop’s server has signed. */
  async payWith(payment) {
    await pay(payment).catch((error) => this.setData({ problem: error.message }));
    this.follow();
  },

  async onCancel() {
    await this.carryOut(async () => this.show(await api.cancel(this.number)));
  },

  async carryOut(step) {
    if (this.data.busy) return;
    this.setData({ busy: true, problem: '' });
    try {
      await step();
    } catch (error) {
      this.setData({ problem: error.message });
    }
    this.setData({ busy: false });
  },
});
