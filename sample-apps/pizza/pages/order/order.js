const api = require('../../shop/api');
const watchOrder = require('../../shop/live');
const pay = require('../../shop/pay');
const states = require('../../shop/states');

Page({
  data: { order: null, title: '', hint: '', position: null, busy: false, problem: '', offline: '' },

  onLoad({ number }) {
    this.number = number;
  },

  onShow() {
    this.unwatch = watchOrder(this.number, (told) => {
      if (told.order) this.show(told.order);
      if (told.position) this.setData({ position: told.position });
      this.setData({ offline: told.problem || '' });
    });
  },

  onHide() {
    this.unwatch();
  },

  onUnload() {
    this.unwatch();
  },

  show(order) {
    // An answer that a later push has overtaken.
    if (this.data.order && order.revision < this.data.order.revision) return;
    const { title, hint } = states[order.state];
    this.setData({ order, title, hint });
    if (order.state !== 'riding' && this.data.position) this.setData({ position: null });
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
