import { componentPage } from '../../machine/component-page.js';

componentPage('input', {
  data: { code: '' },

  onType(event) {
    this.onEvent(event);
    this.onControl({ detail: { index: 0, value: event.detail.value } });
  },

  /** The value is the page's: it writes back what it likes better. */
  onName(event) {
    this.onEvent(event);
    this.setData({ code: event.detail.value.toUpperCase() });
  },
});
