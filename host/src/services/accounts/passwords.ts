import { hash, verify } from '@node-rs/argon2';

/**
 * Passwords and PINs as argon2id with the library's defaults, which are OWASP's: 19 MiB, two passes. Runs beside the
 * event loop.
 */
export const hashPassword = (password: string): Promise<string> => hash(password);

export const verifyPassword = (hashed: string, password: string): Promise<boolean> => verify(hashed, password);

let nobody: Promise<string> | undefined;

/** Costs what a real look costs, for names nobody has: the time of an answer must not tell who has an account. */
export async function verifyNobody(password: string): Promise<false> {
  nobody ??= hashPassword('nobody has this password');
  await verifyPassword(await nobody, password);
  return false;
}
