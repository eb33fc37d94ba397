/**
 * Does: shows the shell in a desktop window, from the same loopback host a browser would use.
 * Does not: give the page anything a browser would not: no preload, no IPC, no Node.
 * Owns: the window, and the table of its security settings.
 */
export * from './settings.ts';
