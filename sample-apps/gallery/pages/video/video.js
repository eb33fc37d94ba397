import { componentPage } from '../../machine/component-page.js';

componentPage('video', {
  data: {
    comments: [
      { text: 'So early', color: '#ffffff', time: 0 },
      { text: 'Listen', color: '#f1d9a8', time: 1 },
    ],
  },
});
