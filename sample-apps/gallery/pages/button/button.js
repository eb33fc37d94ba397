import { componentPage } from '../../machine/component-page.js';

componentPage('button', {
  onShareAppMessage({ from }) {
    this.log('onShareAppMessage', { from });
    return { title: 'A button of the gallery', path: 'pages/button/button' };
  },
});
