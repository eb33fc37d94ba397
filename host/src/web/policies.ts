/** Content security policies, one per kind of document. */

/**
 * The shell: own files only, frames only of programs, pictures also from programs (their icons) and, where the host has a
 * provider of map tiles, from that one origin.
 */
export function shellPolicy(port: number, tiles?: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    "style-src 'self'",
    [`img-src 'self' data: blob: http://*.localhost:${port}`, ...(tiles === undefined ? [] : [tiles])].join(' '),
    'media-src blob:',
    "connect-src 'self'",
    `frame-src http://*.localhost:${port}`,
    "require-trusted-types-for 'script'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** The worker that looks for codes in pictures: its own script and the decoder, which is WebAssembly. */
export const scanWorkerPolicy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

/**
 * A player: our scripts and QuickJS, its own package, and what page frames may show. Only the shell may frame it.
 * `webPages` are the sources whose pages its program may show beside its own. Pictures come from any https address, as
 * programs of the format expect (ARCHITECTURE.md says what that costs); in development from http ones, too.
 */
export function playerPolicy(port: number, webPages: readonly string[], development: boolean): string {
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "worker-src 'self'",
    "connect-src 'self'",
    "style-src 'self'",
    `img-src 'self' data: blob: https:${development ? ' http:' : ''}`,
    'font-src data: https:',
    'media-src blob: https:',
    ["frame-src 'self'", ...webPages].join(' '),
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors http://localhost:${port} http://127.0.0.1:${port}`,
  ].join('; ');
}

/** A file of a package: should one ever be opened as a document, it gets an opaque origin and no powers. */
export const packagePolicy = "default-src 'none'; sandbox; frame-ancestors 'none'";
