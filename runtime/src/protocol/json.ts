import * as v from 'valibot';

/** A value that survives `JSON.stringify` and `JSON.parse` unchanged. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Anything that came out of `JSON.parse`. Structure and size are bounded by the door before it gets here. */
export const jsonSchema = v.custom<Json>((value) => value !== undefined && typeof value !== 'function');

/** A route or file inside a package: relative, forward slashes, no `..`, no control characters. */
export const pathSchema = v.pipe(
  v.string(),
  v.maxLength(512),
  v.check((path) => isPackagePath(path), 'must be a relative path inside the package'),
);

/** True for a relative, normalised path that stays inside the package. */
export function isPackagePath(path: string): boolean {
  if (path === '' || path.startsWith('/') || path.includes('\\') || path.normalize('NFC') !== path) return false;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: refusing control characters is the point
  if (/[\u0000-\u001f\u007f]/.test(path)) return false;
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}
