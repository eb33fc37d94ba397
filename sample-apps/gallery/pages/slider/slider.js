import { componentPage } from '../../machine/component-page.js';

componentPage('slider', {
  data: { dim: 60 },

  onDim(event) {
    this.onEvent(event);
    this.setData({ dim: event.detail.value });
  },
});
