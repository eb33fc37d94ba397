import { componentPage } from '../../machine/component-page.js';

componentPage('input', {
  onType(event) {
    this.onEvent(event);
    this.onControl({ detail: { index: 0, value: event.detail.value } });
  },

  /** Pulls everything into capitals: what a handler returns replaces what was typed. */
  onName(event) {
    this.onEvent(event);
    return event.detail.value.toUpperCase();
  },
});
