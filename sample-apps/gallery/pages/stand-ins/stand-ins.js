import { componentPage } from '../../machine/component-page.js';

componentPage('stand-ins');
