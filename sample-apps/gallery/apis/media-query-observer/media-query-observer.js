import { componentPage } from '../../machine/component-page.js';

componentPage('media-query-observer', {
  data: { wide: false, upright: false },

  onReady() {
    this.observe();
  },

  onChanged() {
    this.disconnect();
    this.observe();
  },

  observe() {
    this.wide = this.createMediaQueryObserver();
    this.wide.observe({ minWidth: this.data.minWidth }, ({ matches }) => {
      this.setData({ wide: matches });
      this.log(`minWidth ${this.data.minWidth}`, { matches });
    });
    this.upright = this.createMediaQueryObserver();
    this.upright.observe({ orientation: 'portrait' }, ({ matches }) => {
      this.setData({ upright: matches });
      this.log('portrait', { matches });
    });
  },

  disconnect() {
    this.wide?.disconnect();
    this.upright?.disconnect();
  },

  onUnload() {
    this.disconnect();
  },
});
