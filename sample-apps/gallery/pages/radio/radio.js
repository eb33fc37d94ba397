import { componentPage } from '../../machine/component-page.js';

componentPage('radio', {
  data: {
    places: [
      { id: 'sun', words: 'Full sun' },
      { id: 'half', words: 'Half shade', checked: true },
      { id: 'shade', words: 'Shade' },
    ],
  },
});
