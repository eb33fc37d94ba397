/** Bytes as Base64. In pieces: a call takes only so many arguments. */
export function toBase64(bytes: Uint8Array): string {
  let characters = '';
  for (let at = 0; at < bytes.length; at += 8_192) characters += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return btoa(characters);
}
