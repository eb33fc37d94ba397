import { componentPage } from '../../machine/component-page.js';

componentPage('page-meta');
