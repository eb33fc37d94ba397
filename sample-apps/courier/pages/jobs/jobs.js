const api = require('../../ride/api');

/** How often the shop is asked while the list is looked at. */
const everyMs = 3000;

Page({
  data: { open: [], mine: [], loaded: false, problem: '' },

  onShow() {
    this.seen = true;
    this.load();
  },

  onHide() {
    this.leave();
  },

  onUnload() {
    this.leave();
  },

  leave() {
    this.seen = false;
    clearTimeout(this.timer);
  },

  async load() {
    clearTimeout(this.timer);
    try {
      const { open, mine } = await api.jobs();
      this.setData({ open: open.map(worded), mine: mine.map(worded), loaded: true, problem: '' });
    } catch (error) {
      this.setData({ loaded: true, problem: error.message });
    }
    clearTimeout(this.timer);
    if (this.seen) this.timer = setTimeout(() => this.load(), everyMs);
  },

  async onTake(event) {
    if (this.busy) return;
    this.busy = true;
    try {
      const { number } = await api.take(event.currentTarget.dataset.number);
      this.ride(number);
    } catch (error) {
      wx.showToast({ title: error.message, icon: 'none' });
      this.load();
    }
    this.busy = false;
  },

  onRide(event) {
    this.ride(event.currentTarget.dataset.number);
  },

  ride(number) {
    wx.navigateTo({ url: `/pages/ride/ride?number=${number}` });
  },
});

function worded(job) {
  const pizzas = job.pizzas === 1 ? 'One pizza' : `${job.pizzas} pizzas`;
  const { text } = job.address || { text: '' };
  const minutes = Math.max(0, Math.round((Date.now() - job.at) / 60000));
  return { number: job.number, pizzas, text, since: minutes === 0 ? 'just now' : `${minutes} min ago` };
}
