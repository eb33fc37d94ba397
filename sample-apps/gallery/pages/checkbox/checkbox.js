import { componentPage } from '../../machine/component-page.js';

componentPage('checkbox', {
  data: {
    works: [
      { id: 'water', words: 'Water', checked: true },
      { id: 'mist', words: 'Mist the leaves' },
      { id: 'turn', words: 'Turn the pots' },
    ],
  },
});
