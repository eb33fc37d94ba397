import { createHash, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';

export interface AccessOptions {
  /** The bearer token that only the shell's page knows. */
  readonly token: string;
  /** Whether a page of this origin may ask. Program origins must not. */
  readonly allowOrigin: (origin: string) => boolean;
}

/**
 * Lets a request pass that carries the token and comes from the shell. A browser sends `Origin` with everything
 * that changes something; only reading may come without one. 401 without token, 403 from elsewhere.
 */
export function requireAccess({ token, allowOrigin }: AccessOptions): MiddlewareHandler {
  const expected = digest(`Bearer ${token}`);
  return async (context, next) => {
    const given = digest(context.req.header('authorization') ?? '');
    if (!timingSafeEqual(given, expected)) return context.json({ error: 'a token is needed' }, 401);
    const origin = context.req.header('origin');
    const reads = context.req.method === 'GET' || context.req.method === 'HEAD';
    if (origin === undefined ? !reads : !allowOrigin(origin)) return context.json({ error: 'wrong origin' }, 403);
    return next();
  };
}

// Digests have one length, so comparing them tells nothing about the token's.
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
