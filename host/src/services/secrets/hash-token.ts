import { createHash } from 'node:crypto';

/** What is kept of a token: it is random and long, so a plain hash tells nothing of it. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');
