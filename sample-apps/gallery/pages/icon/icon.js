import { entryOf } from '../../catalog/index.js';
import { componentPage } from '../../machine/component-page.js';

componentPage('icon', { data: { types: entryOf('icon').controls.type.options } });
