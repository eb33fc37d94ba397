import { componentPage } from '../../machine/component-page.js';

componentPage('navigator', { data: { seed: { plant: 'fern' } } });
