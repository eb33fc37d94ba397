import { createGrantsClient } from '../providers/index.ts';
import { services } from './services.ts';

/** What the signed-in person has allowed programs: one for all programs of this shell. */
export const grants = createGrantsClient(services);
