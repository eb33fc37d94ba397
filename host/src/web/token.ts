import { randomBytes, timingSafeEqual } from 'node:crypto';

/** A new token for one process; the shell page gets it, nobody else. */
export function createToken(): string {
  return randomBytes(32).toString('base64url');
}

/** True when an Authorization header carries `token`. Takes the same time whatever is wrong. */
export function carriesToken(header: string | undefined, token: string): boolean {
  const given = Buffer.from(header ?? '');
  const expected = Buffer.from(`Bearer ${token}`);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
