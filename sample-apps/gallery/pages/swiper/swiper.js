import { componentPage } from '../../machine/component-page.js';

componentPage('swiper', {
  data: {
    slides: [
      { id: 'fern', title: 'Fern', words: 'Likes it damp and shady', picture: '/assets/fern.svg' },
      { id: 'lake', title: 'Lake', words: 'Open the lid in the morning', picture: '/assets/lake.svg' },
      { id: 'dune', title: 'Dune', words: 'Hardly any water', picture: '/assets/dune.svg' },
      { id: 'night', title: 'Night', words: 'Lights off at nine', picture: '/assets/night.svg' },
    ],
  },

  /** Slides moved by a finger move the slider too. */
  onSlide(event) {
    this.onEvent(event);
    this.onControl({ detail: { index: 0, value: event.detail.current } });
  },
});
