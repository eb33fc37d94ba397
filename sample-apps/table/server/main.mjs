// The restaurant’s own server. Knows the platform by its documented HTTP interface and nothing else of it.
import { serve } from '../../merchant/serve.mjs';
import { createHouse } from './house.mjs';

await serve(createHouse);
