import { randomBytes } from 'node:crypto';

/** Who a token stands for, until the server ends: programs log in again by themselves. */
export function createSessions() {
  const known = new Map();
  return {
    /** `who` is what is known about the person: an `openId` at least. */
    open(who) {
      const token = randomBytes(24).toString('base64url');
      known.set(token, who);
      return token;
    },
    /** By the header `authorization`; undefined for nobody. */
    find: (authorization) => known.get((authorization ?? '').replace(/^Bearer /, '')),
  };
}
