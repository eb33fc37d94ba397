import { componentPage } from '../../machine/component-page.js';

componentPage('progress', {
  onAgain() {
    this.setData({ active: true, percent: 0 });
    this.setData({ percent: 100 });
  },
});
