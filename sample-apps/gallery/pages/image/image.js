import { entryOf } from '../../catalog/index.js';
import { componentPage } from '../../machine/component-page.js';

componentPage('image', { data: { modes: entryOf('image').controls.mode.options } });
