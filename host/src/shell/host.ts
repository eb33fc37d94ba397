import { createHostApi } from './host-api.ts';

/** The host that served this page. */
export const hostApi = createHostApi(document);
