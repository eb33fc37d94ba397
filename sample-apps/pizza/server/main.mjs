// The pizza shop’s own server. Knows the platform by its documented HTTP interface and nothing else of it.
import { serve } from '../../merchant/serve.mjs';
import { createShop } from './shop.mjs';

await serve(createShop);
