import { componentPage } from '../../machine/component-page.js';

componentPage('textarea', {
  onType(event) {
    this.onEvent(event);
    this.onControl({ detail: { index: 0, value: event.detail.value } });
  },
});
