import { componentPage } from '../../machine/component-page.js';

componentPage('intersection-observer', {
  data: { seen: 0 },

  onReady() {
    this.observe();
  },

  /** Observers keep what they were made with: a change is a new one. */
  onChanged() {
    this.observer?.disconnect();
    this.observe();
  },

  observe() {
    const { thresholds, margin } = this.data;
    this.observer = wx.createIntersectionObserver(this, { thresholds: thresholds.split(',').map(Number) });
    this.observer.relativeTo('.window', { top: margin, bottom: margin }).observe('.seedling', (entry) => {
      const { intersectionRatio, boundingClientRect, relativeRect } = entry;
      this.setData({ seen: Math.round(intersectionRatio * 100) });
      this.log('observe', { intersectionRatio, top: boundingClientRect.top - relativeRect.top });
    });
  },

  onUnload() {
    this.observer?.disconnect();
  },
});
