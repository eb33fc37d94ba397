import { componentPage } from '../../machine/component-page.js';

componentPage('cover-view', {
  data: { meadow: [{ id: 1, latitude: 51.4787, longitude: -0.2956, customCallout: { display: 'ALWAYS' } }] },
});
