import { componentPage } from '../../machine/component-page.js';

const two = (value) => `${value < 10 ? '0' : ''}${value}`;

componentPage('picker-view', {
  data: {
    hours: Array.from({ length: 24 }, (_, hour) => two(hour)),
    minutes: ['00', '15', '30', '45'],
    value: [7, 2],
  },

  onWheel(event) {
    this.onEvent(event);
    this.setData({ value: event.detail.value });
  },
});
