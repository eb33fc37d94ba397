import { componentPage } from '../../machine/component-page.js';

componentPage('root-portal', {
  onToggle(event) {
    this.onEvent(event);
    this.onControl({ detail: { index: 1, value: !this.data.open } });
  },
});
