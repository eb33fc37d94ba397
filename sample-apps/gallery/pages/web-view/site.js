/** Shows one address and tells the page that opened it what becomes of it. */
Page({
  data: { address: '' },

  onLoad({ address = '' }) {
    this.setData({ address: decodeURIComponent(address) });
  },

  onEvent({ type, detail }) {
    this.getOpenerEventChannel().emit?.('heard', { type, detail });
  },
});
