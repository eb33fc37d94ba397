import { componentPage } from '../../machine/component-page.js';

componentPage('text', {
  data: { letter: 'Dear keeper,\nthe moss has   come back.\n5 &lt; 7 leaves, &amp; counting.' },
});
