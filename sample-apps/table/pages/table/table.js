const house = require('../../house/api');
const pay = require('../../house/pay');
const seen = require('../../house/seen');

Page({
  data: {
    table: '',
    me: '',
    state: '',
    dishes: [],
    seats: [],
    mine: null,
    total: 0,
    ticket: '',
    busy: false,
    problem: '',
  },

  /** `scene` is what the code on the table says. */
  onLoad({ scene }) {
    const table = decodeURIComponent(scene || '');
    if (table) this.sitAt(table);
  },

  onShow() {
    // Coming back: what happened meanwhile is told when the line opens.
    if (this.data.table && !this.leave && this.data.state !== 'paid') this.sitAt(this.data.table);
  },

  onHide() {
    this.stand();
  },

  onUnload() {
    this.stand();
  },

  stand() {
    if (this.leave) this.leave();
    this.leave = undefined;
  },

  onScan() {
    wx.scanCode({
      success: ({ result, path }) => {
        const [, table = result] = /[?&]scene=([^&]+)/.exec(path || result) || [];
        this.sitAt(decodeURIComponent(table));
      },
      fail() {},
    });
  },

  sitAt(table) {
    this.stand();
    this.setData({ table, problem: '' });
    wx.setNavigationBarTitle({ title: `Table ${table}` });
    this.menu = this.menu || house.menu();
    this.menu.catch(() => {
      this.menu = undefined;
    });
    this.leave = house.join(table, ({ me, round, problem }) => {
      if (problem) this.setData({ problem });
      if (me) this.setData({ me });
      if (round) this.show(round);
    });
  },

  async show(round) {
    const menu = await this.menu.catch((error) => this.setData({ problem: error.message }));
    if (!menu || isOlder(round, this.round)) return;
    this.round = round;
    // This party is over; whoever sits down now is the next.
    if (round.state === 'paid') this.stand();
    this.setData(Object.assign({ ticket: round.ticket || '', problem: '' }, seen(menu, round, this.data.me)));
  },

  /** Every press counts, also while another one is on its way. */
  onChange(event) {
    const { id, by } = event.currentTarget.dataset;
    this.attempt(async () => this.show(await house.change(this.data.table, id, by)));
  },

  /** The bill for the table, and the cashier for one’s own part of it. */
  onPay() {
    this.carryOut(async () => {
      const { round, payment } = await house.bill(this.data.table);
      await this.show(round);
      if (!this.data.mine || this.data.mine.amount === 0) return;
      await pay(payment);
      await this.show(await house.look(this.data.table));
    });
  },

  onTearUp() {
    this.carryOut(async () => this.show(await house.tearUp(this.data.table)));
  },

  async carryOut(step) {
    if (this.data.busy) return;
    this.setData({ busy: true });
    await this.attempt(step);
    this.setData({ busy: false });
  },

  async attempt(step) {
    this.setData({ problem: '' });
    try {
      await step();
    } catch (error) {
      this.setData({ problem: error.message });
    }
  },
});

/** An answer that a later push has overtaken. */
function isOlder(round, shown) {
  return shown !== undefined && round.number === shown.number && round.revision < shown.revision;
}
