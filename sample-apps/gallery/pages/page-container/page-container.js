import { componentPage } from '../../machine/component-page.js';

componentPage('page-container', {
  onOpen() {
    this.onControl({ detail: { index: 0, value: true } });
  },

  onLeft(event) {
    this.onEvent(event);
    if (this.data.show) this.onControl({ detail: { index: 0, value: false } });
  },
});
