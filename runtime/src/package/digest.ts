/** SHA-256 as 64 lower-case hex digits, by WebCrypto: the same in browsers and in Node. */
export async function digestOf(bytes: Uint8Array): Promise<string> {
  // A copy, because WebCrypto refuses views on shared memory and the caller may go on writing.
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', Uint8Array.from(bytes)));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
