import { componentPage } from '../../machine/component-page.js';

componentPage('cover-view');
