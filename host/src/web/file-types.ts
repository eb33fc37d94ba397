const types: ReadonlyMap<string, string> = new Map([
  ['html', 'text/html; charset=utf-8'],
  ['js', 'text/javascript; charset=utf-8'],
  ['css', 'text/css; charset=utf-8'],
  ['json', 'application/json; charset=utf-8'],
  ['map', 'application/json; charset=utf-8'],
  ['wasm', 'application/wasm'],
  ['txt', 'text/plain; charset=utf-8'],
  ['svg', 'image/svg+xml'],
  ['png', 'image/png'],
  ['jpg', 'image/jpeg'],
  ['jpeg', 'image/jpeg'],
  ['gif', 'image/gif'],
  ['webp', 'image/webp'],
  ['ico', 'image/x-icon'],
  ['ttf', 'font/ttf'],
  ['otf', 'font/otf'],
  ['woff', 'font/woff'],
  ['woff2', 'font/woff2'],
  ['mp3', 'audio/mpeg'],
  ['wav', 'audio/wav'],
  ['mp4', 'video/mp4'],
]);
const fallback = 'application/octet-stream';

function extensionOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name.slice(name.lastIndexOf('.') + 1).toLowerCase();
}

/** MIME type of one of our own files. */
export function fileType(path: string): string {
  return types.get(extensionOf(path)) ?? fallback;
}

/**
 * MIME type of a file of a package. Scripts and documents come as plain text: with `nosniff` a browser then
 * refuses to run them on the player's origin, whatever a page manages to reference.
 */
export function packageFileType(path: string): string {
  const extension = extensionOf(path);
  const active = extension === 'js' || extension === 'html' || extension === 'wasm';
  return active ? 'text/plain; charset=utf-8' : (types.get(extension) ?? fallback);
}
